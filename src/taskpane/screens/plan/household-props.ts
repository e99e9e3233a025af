import type { HouseholdSight } from "../../../lists";
import type { ScreenProps } from "../screen";

/** What the Plan screen of a household is given. */
export type HouseholdPlanProps = ScreenProps & { readonly sight: HouseholdSight };
