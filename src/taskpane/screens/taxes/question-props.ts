import type { ScreenProps } from "../screen";
import type { KnownToWorkbook } from "./known";

/** What every question is given. */
export interface QuestionProps extends ScreenProps {
  readonly known: KnownToWorkbook;
}
