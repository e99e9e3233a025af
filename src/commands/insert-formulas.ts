import { columnOf, isOnePot, isReady, listIn, moneyLike, rowRulesOf, sourceOf } from "../lists";
import { rebalance } from "../operations";
import { defaultChoices, planFormulas, type Source } from "../sheets";
import type { Selection, Workbook } from "../workbook";

export type Inserted =
  | "inserted"
  /** Nothing was written: the pane has to ask or to explain something first. */
  | "pane opened";

/**
 * Inserts drift, status and trades beside the list of funds under the selection, as the wizard would with its default
 * choices. Where anything is not plain, nothing is written and the pane is opened: there is no list of funds, a row needs
 * a word, Keel can't work with the numbers, or the place is filled.
 */
export async function insertFormulas(
  workbook: Workbook,
  openPane: () => Promise<void>,
  namespace: string = defaultChoices.namespace,
): Promise<Inserted> {
  if (await insert(workbook, namespace)) return "inserted";
  await openPane();
  return "pane opened";
}

async function insert(workbook: Workbook, namespace: string): Promise<boolean> {
  const source = sourceIn(await workbook.selection());
  if (!source) return false;
  const money = await moneyLike(workbook, source.values);
  const { outcome } = await workbook.apply(planFormulas({ ...source, money }, { ...defaultChoices, namespace }));
  return outcome === "applied";
}

/** What formulas are to be about: the list of funds under a selection, if its headings say all and Keel can work with it. */
function sourceIn({ table, around }: Selection): Source | undefined {
  const list = listIn(table ?? around);
  // Where the owner's own words or a total row leave a choice, or there are several accounts, the pane knows how to ask.
  if (!list.familiar || list.total || !isReady(list) || !isOnePot(list)) return undefined;
  const [values, targets] = [columnOf(list, list.columns.value), columnOf(list, list.columns.target)];
  // A value without a target may be a total row under another name, which would count the money twice.
  if (values.some(([value], row) => value !== "" && targets[row]?.[0] === "")) return undefined;
  const { cash, policy } = defaultChoices;
  const decided = rebalance.decide(values, targets, [[cash]], [[policy]], null, null, null, rowRulesOf(list) ?? null);
  return decided.ok ? sourceOf(list) : undefined;
}
