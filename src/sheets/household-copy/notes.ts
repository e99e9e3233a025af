import { sectionLook, small } from "../adviser-parts";
import { bodyLine } from "../adviser-table";
import type { Page } from "../page";
import { isAfterTax } from "./arithmetic";
import { isBandedByClass } from "./class-table";
import type { HouseholdCopyFacts } from "./facts";
import { GRID } from "./grid";

const HALF = GRID / 2;

interface Column {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Writes what the copy rests on beside how to read it; gives the first row below. */
export function writeGrounds(page: Page, facts: HouseholdCopyFacts, at: number): number {
  return writeColumns(page, at, [
    {
      title: "What it rests on",
      texts: [
        ...facts.assumptions,
        ...facts.policy.settings.map(({ setting, value }) => `The policy’s ${setting.toLowerCase()}: ${value}.`),
      ],
    },
    { title: "How to read this", texts: reading(facts) },
  ]);
}

/** Writes what mixed funds are counted as, and what is worth knowing; gives the first row below. */
export function writeMixesAndNotes(page: Page, { mixes, notes }: HouseholdCopyFacts, at: number): number {
  const columns: Column[] = [
    ...(mixes.length > 0 ? [{ title: "Funds of several classes", texts: mixes }] : []),
    ...(notes.length > 0 ? [{ title: "Worth knowing", texts: notes }] : []),
  ];
  return columns.length === 0 ? at : writeColumns(page, at, columns);
}

/** Writes texts in columns beside each other, each under its title. */
function writeColumns(page: Page, at: number, columns: readonly Column[]): number {
  const width = columns.length === 1 ? GRID : HALF;
  const right = (index: number): number => (index === columns.length - 1 ? GRID - 1 : (index + 1) * width - 2);
  const rows = Math.max(...columns.map(({ texts }) => texts.length));
  for (const [index, { title, texts }] of columns.entries()) {
    const from = index * width;
    page.spread({ row: at, column: from, height: 1, width: right(index) - from + 1 }, { value: title }, sectionLook);
    for (let row = 0; row < rows; row += 1) {
      const text = texts[row] ?? "";
      page.paragraph(at + 1 + row, from, right(index), text, { ...small, ...(text !== "" && { lines: bodyLine }) });
    }
  }
  return at + 1 + rows;
}

function reading(facts: HouseholdCopyFacts): readonly string[] {
  const { plan } = facts;
  return [
    isBandedByClass(facts)
      ? "Drift is a class’s share of all money less its target, in points. Over and Under are outside the band; exactly at its edge is in band."
      : "Drift is a class’s share of all money less its target, in points.",
    ...(plan
      ? [
          "Wanted is what the policy asks of each class after the cash flows; After is what the trades bring it to, within each account’s own money and menu.",
          "Why says what a trade is for. Trades stay within their account: no money moves from one to another.",
          ...(plan.location
            ? [
                "Location score: how well the classes are placed for tax, from 0 to 100, the best and the worst that accounts of these sizes could be. It rests on conventions, not on law.",
              ]
            : []),
        ]
      : []),
    ...(isAfterTax(facts)
      ? ["Classes are of money after tax; accounts, cash flows and trades are in dollars as they stand."]
      : []),
    "Figures that can be worked out from the sheet Holdings are formulas over it. The sheet Certificate holds every rule to these cells.",
  ];
}
