import type { ClassTargets, Decisions, HouseholdList, ReadyList } from "../../lists";
import { daySerial } from "./day";
import { householdStandingInParts } from "./household-standing";
import type { Parts } from "./in-parts";
import { isShort, standingInParts, type ListStanding } from "./list-standing";
import type { OrTrouble } from "./trouble";

/** Says how what the wizard sets up stands today under a rule. */
export interface Judge {
  /** Whether it answers at once. */
  readonly short: boolean;
  readonly stands: (decisions: Decisions) => Parts<OrTrouble<ListStanding>>;
}

/** Judges a list fund by fund. */
export function judgeOfList(list: ReadyList): Judge {
  return { short: isShort(list), stands: (decisions) => standingInParts(list, decisions, daySerial(new Date())) };
}

/** Judges a household by class. */
export function judgeOfHousehold(list: HouseholdList, targets: ClassTargets["cells"]): Judge {
  return {
    short: isShort(list),
    stands: ({ policy }) => householdStandingInParts(list, { targets, policy }, daySerial(new Date())),
  };
}
