import { bands, drift, driftTotal, isDue, policy, rebalance, status, weights, type Answer } from "../operations";
import type { Cells } from "../ranges";
import {
  address,
  bookOf,
  planPlaces,
  sampleSource,
  starter,
  starterChoices,
  starterPrint,
  type Block,
  type Sheet,
  type Value,
} from "../sheets";
import { writeBook } from "../xlsx";
import type { Manifest } from "./manifest";

/** Where the starter workbook stands in dist/. */
export const starterFile = "assets/keel-starter.xlsx";

type Rows = readonly (readonly Value[])[];

/**
 * Writes the starter workbook: a sample 401(k) and the plan that the wizard would write over it, with the figures that
 * its formulas give, so that they are there before Keel is. Excel offers to open the manifest's add-in beside it.
 */
export async function starterWorkbook({ xml, namespace }: Manifest): Promise<Uint8Array> {
  const description = starter(namespace);
  const figures = figuresOf(namespace);
  const book = bookOf(description, (block, formula) => {
    const rows = figures.get(address(block));
    if (!rows) throw new Error(`The starter workbook has no figures for ${formula} in ${address(block)}.`);
    return rows;
  });
  const print = starterPrint(namespace);
  const sheets = book.sheets.map((sheet): Sheet => {
    const setUp = print.get(sheet.name);
    return { ...sheet, gridlines: false, ...(setUp ? { print: setUp } : {}) };
  });
  return writeBook({ ...book, sheets }, { addin: { id: element(xml, "Id"), version: element(xml, "Version") } });
}

/** The text of the manifest's only element of a name. */
function element(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  if (text === undefined) throw new Error(`manifest.xml has no ${name}.`);
  return text;
}

/** What each formula of the plan gives, by the cells that it fills. */
function figuresOf(namespace: string): ReadonlyMap<string, Rows> {
  const choices = starterChoices(namespace);
  const { sheet, settings } = choices;
  const { columns, act, totalDrift, nextLook: next, totalValue } = planPlaces(sheet, sampleSource.values.height);
  const funds = written(sampleSource.funds ?? sampleSource.values);
  const values = written(sampleSource.values);
  const targets = written(sampleSource.targets);
  const rule: Cells = settings;
  // The starter's rule has no calendar: every day gives the same figures, and the next look is "Today" (below).
  const day: Cells = [[1]];
  const due = cellsOf(isDue.answer(values, targets, rule, day))[0]?.[0];
  const cents = values.reduce((sum, [value]) => sum + Math.round(Number(value) * 100), 0);

  const figures: readonly (readonly [Block, Rows])[] = [
    [{ sheet, row: 2, column: 0, height: 1, width: 1 }, [[cellsOf(policy.answer(rule)).at(-1)?.[1] ?? ""]]],
    [act, [[due === true ? "Yes" : "No"]]],
    [totalDrift, cellsOf(driftTotal.answer(values, targets))],
    [next, [["Today"]]],
    [totalValue, [[cents / 100]]],
    [columns.fund, funds],
    [columns.value, values],
    [columns.target, cellsOf(weights.answer(targets))],
    [columns.weight, cellsOf(weights.answer(values))],
    [columns.drift, cellsOf(drift.answer(values, targets, null))],
    [{ ...columns.lowest, width: 2 }, cellsOf(bands.answer(targets, rule))],
    [columns.status, cellsOf(status.answer(values, targets, rule))],
    [columns.trade, cellsOf(rebalance.answer(values, targets, [[choices.cash]], rule, day))],
  ];
  return new Map(figures.map(([block, rows]) => [address(block), rows]));
}

/** What the starter's description writes into a block of the sample's list. */
function written(block: Block): Rows {
  for (const step of starter("KEEL").steps) {
    if (step.do !== "write values" || step.block.sheet !== block.sheet || step.block.width < block.width) continue;
    const { row, column, height } = step.block;
    if (row > block.row || row + height < block.row + block.height) continue;
    return step.values
      .slice(block.row - row, block.row - row + block.height)
      .map((cells) => cells.slice(block.column - column, block.column - column + block.width));
  }
  throw new Error(`The starter workbook writes nothing into ${address(block)}.`);
}

function cellsOf(answer: Answer): Rows {
  if (!answer.ok) throw new Error(`The sample's figures can't be worked out: ${answer.problem.code}.`);
  return answer.cells.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
}
