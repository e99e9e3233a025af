import type { HouseholdPlan, Policy } from "../../engine";
import type { Note } from "../problem";
import type { HouseholdRange } from "./read";

/** A purchase so many days before a sale at a loss washes it. */
const WASH_DAYS = 30;

/** What is worth knowing of a plan: what nobody gave, losses that are left over, and purchases that count though no ruling says so. */
export function planNotes(
  range: HouseholdRange,
  plan: HouseholdPlan,
  { incomeRate, gainsRate }: Policy,
  today: number | undefined,
): readonly Note[] {
  const { accounts, positions } = range.household;
  const hasGains = positions.some(
    ({ account, isCash, lots }) =>
      accounts[account]?.kind === "taxable" && !isCash && lots.some(({ value }) => value > 0),
  );
  const notes: Note[] = [...range.notes];
  if (today === undefined) notes.push({ code: "no day given" });
  if (hasGains && incomeRate === undefined && gainsRate === undefined) notes.push({ code: "no tax rates" });
  const { short, long } = plan.gain;
  if (short < 0 || long < 0) notes.push({ code: "losses left over", short, long });
  return [...notes, ...purchasesAtWork(range, plan, today)];
}

/** Purchases in plans at work of what is held at a loss in a taxable account, before the plan or by it. */
function purchasesAtWork(
  { household: { accounts, positions }, isPlanAtWork, accountNames, fundNames }: HouseholdRange,
  { trades }: HouseholdPlan,
  today: number | undefined,
): readonly Note[] {
  const atLoss = new Set(
    positions
      .filter(({ account, isCash }) => accounts[account]?.kind === "taxable" && !isCash)
      .filter(({ lots }) => lots.some(({ value, basis = 0 }) => value > 0 && basis > value))
      .map(({ security }) => security),
  );
  const bought = new Set(trades.filter(({ amount }) => amount > 0).map(({ position }) => position));
  return positions.flatMap(({ account, fund, security, isCash, lots }, index): readonly Note[] => {
    if (isPlanAtWork[account] !== true || isCash || !atLoss.has(security)) return [];
    const isRecent = ({ acquired }: { acquired?: number }): boolean =>
      today !== undefined && acquired !== undefined && acquired <= today && today - acquired <= WASH_DAYS;
    if (!bought.has(index) && !lots.some(isRecent)) return [];
    return [{ code: "plan purchase counts", fund: fundNames[fund] ?? "", account: accountNames[account] ?? "" }];
  });
}
