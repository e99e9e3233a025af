import {
  householdTrades,
  localAddress,
  topLeft,
  tradesFormulas,
  tradesPlaces,
  type Block,
  type Description,
  type HouseholdSource,
  type ListColumn,
  type TradesChoices,
} from "../../../sheets";
import type { HouseholdList, HouseholdPlan } from "../../../lists";

/** What the trades are written over, and where. */
export interface TradesWish extends Pick<
  TradesChoices,
  "sheet" | "policyTable" | "listName" | "names" | "namespace" | "hasUnlisted"
> {
  readonly list: HouseholdList;
  /** The list's cells as the formulas read them, from its headings on; with what stands above if it is no table. */
  readonly holdings: Block;
  readonly classes: number;
  /** The trades that are there already. */
  readonly there: HouseholdPlan["trades"];
}

/** What is written of the trades, what is said of it, and the cell that has their one line. */
export interface TradesWriting {
  readonly description: Pick<Description, "steps">;
  readonly lines: readonly string[];
  readonly summary: Block | undefined;
}

/** Describes the trades on a sheet of their own. Where they are already they stay; formulas that read something else are entered anew. */
export function tradesWriting(source: HouseholdSource, wish: TradesWish): TradesWriting {
  const { there, sheet, list, holdings, classes } = wish;
  if (there) return { ...tradesAnew(source, wish, there), summary: there.summary };
  const beside = besideTrades(list, holdings);
  const places = tradesPlaces(sheet, { holdings: holdings.height, classes, beside: beside.length });
  const at = (block: Block): string => localAddress(topLeft(block));
  return {
    description: householdTrades(source, { ...wish, beside, holdings: holdings.height }),
    lines: [
      `Sheet ${sheet}: the trades by account from ${at(places.plan)} on, what they come to from ${at(places.check)} on, and the trade of each row of your list in column ${at(places.rows).replace(/\d/g, "")}`,
    ],
    summary: places.summary,
  };
}

function tradesAnew(
  source: HouseholdSource,
  wish: TradesWish,
  there: NonNullable<HouseholdPlan["trades"]>,
): Omit<TradesWriting, "summary"> {
  const formulas = tradesFormulas(source, wish);
  const { sheet } = there.plan.cell;
  const steps = (["plan", "check", "rows"] as const).flatMap((name): Description["steps"] => {
    const found = there[name];
    if (!found || tidy(found.formula) === tidy(`=${formulas[name]}`)) return [];
    // Its own cell alone: what it fills goes with it, and nothing of the owner's is in the way.
    return [{ do: "write formula", block: found.cell, formula: `=${formulas[name]}` }];
  });
  const names = steps.map((step) => ("block" in step ? localAddress(step.block) : "")).join(", ");
  return {
    description: { steps },
    lines: [
      steps.length === 0
        ? `Sheet ${sheet}: your trades by account, which stay as they are and follow`
        : `${names} on sheet ${sheet}: your trades by account, over what is here now`,
    ],
  };
}

function tidy(formula: string): string {
  return formula.replace(/[\s$@]/g, "").toLowerCase();
}

/** The columns of a list that tell whose money a row is, and in which fund. */
function besideTrades({ block, household: { table } }: HouseholdList, holdings: Block): readonly ListColumn[] {
  const { columns } = table;
  const found = [columns.get("account") ?? columns.get("account type"), columns.get("ticker") ?? columns.get("fund")];
  return found.flatMap((one) =>
    one ? [{ heading: one.heading, cells: { ...holdings, column: block.column + one.column, width: 1 } }] : [],
  );
}
