import type { ScreenProps } from "../screen";
import { isMade, stepsFor, wayOf, type ChecklistStep } from "./checklist-steps";
import { checklistAbout, type TypedChecklist } from "./typed-checklist";
import type { TradesByAccount } from "./trading";

/** A trade as the steps tell it: of which account and fund, and how many dollars. */
interface Made {
  readonly account: string;
  readonly fund: string;
  readonly amount: number;
}

/** The trades of a list as steps, and how far the owner has come. */
export interface Steps {
  readonly checklist: TypedChecklist;
  /** Whether any step is ticked: then the trades of the others were not carried out, and aren't logged. */
  readonly some: boolean;
  readonly isAtEnd: boolean;
  /** Whether a trade counts as made: all do as long as nothing is ticked. */
  readonly isMade: (trade: Made) => boolean;
  readonly check: (part: Partial<TypedChecklist>) => void;
  /** Opens the list at the first step that isn't ticked. */
  readonly begin: () => void;
}

/** Keeps the steps of a list's trades; `list` names it. */
export function stepsOf(
  { typed, changeTyped }: Pick<ScreenProps, "typed" | "changeTyped">,
  list: string,
  trading: Pick<TradesByAccount, "accounts">,
): Steps {
  const checklist = checklistAbout(typed.checklist, list);
  const steps = stepsFor(trading, wayOf(trading, checklist.way));
  const done = new Set(checklist.done);
  const some = steps.some(({ key }) => done.has(key));
  const check = (part: Partial<TypedChecklist>): void =>
    changeTyped((now) => ({ checklist: { ...checklistAbout(now.checklist, list), ...part } }));
  return {
    checklist,
    some,
    isAtEnd: checklist.at >= steps.length,
    isMade: (trade) => !some || isMade(steps, done, trade),
    check,
    begin: () => check({ open: true, at: firstOpen(steps, done) }),
  };
}

/** The first step that isn't ticked, or the end. */
function firstOpen(steps: readonly ChecklistStep[], done: ReadonlySet<string>): number {
  const open = steps.findIndex(({ key }) => !done.has(key));
  return open < 0 ? steps.length : open;
}
