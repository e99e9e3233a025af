import { sectionLook, small } from "../adviser-parts";
import { bodyLine, PERCENT, sum } from "../adviser-table";
import { flagStyles } from "../cell-styles";
import type { Flag } from "../book";
import { dollarPatterns } from "../money-pattern";
import { lineHeight, type Content, type Page } from "../page";
import { columnName } from "../place";
import { ACCOUNTS_SPAN } from "./accounts-table";
import { after, gainOf, moneyIn, toCents } from "./arithmetic";
import type { ClassPlaces } from "./class-table";
import type { CopyHolding, HouseholdCopyFacts } from "./facts";
import { GRID } from "./grid";
import type { HoldingsPlaces } from "./holdings-sheet";
import { allChecksCell, inputCell } from "./places";

const FROM = ACCOUNTS_SPAN + 1;
const LABEL = 5;
const FIGURE = 3;

interface Figure {
  readonly label: string;
  /** One figure, or one before and one after. */
  readonly contents: readonly Content[];
  readonly isCheck?: true;
}

/** Writes what the plan comes to, at the right of the accounts; gives the first row below. */
export function writeFigures(
  page: Page,
  facts: HouseholdCopyFacts,
  classes: ClassPlaces,
  holdings: HoldingsPlaces,
  allHold: boolean,
  at: number,
): { readonly end: number; readonly flags: readonly Flag[] } {
  const title = facts.plan ? "What the trades come to" : "Figures";
  page.spread({ row: at, column: FROM, height: 1, width: GRID - FROM }, { value: title }, sectionLook);
  const flags: Flag[] = [];
  let row = at + 1;
  for (const { label, contents, isCheck } of figuresOf(facts, classes, holdings, allHold)) {
    const look = { ...small, lines: bodyLine, wrap: true, down: "middle" } as const;
    const label_ = { row, column: FROM, height: 1, width: LABEL };
    page.spread(label_, { value: label }, look);
    page.raise(row, page.linesIn(label, FROM, FROM + LABEL - 1, small) * lineHeight(small) + 2);
    const single = contents.length === 1;
    for (const [index, content] of contents.entries()) {
      const column = FROM + LABEL + index * FIGURE;
      const width = single ? GRID - FROM - LABEL : FIGURE;
      page.spread({ row, column, height: 1, width }, content, { ...look, bold: true, across: "right" });
      if (typeof content.value === "string") {
        page.raise(row, page.linesIn(content.value, column, column + width - 1, small) * lineHeight(small) + 2);
      }
      if (isCheck) {
        const block = { sheet: page.sheet, row, column, height: 1, width };
        const cell = `$${columnName(column)}$${row + 1}`;
        flags.push({ block, formula: `=${cell}="Yes"`, ...flagStyles.fine }, { block, formula: `=${cell}<>"Yes"`, ...flagStyles.act }); // prettier-ignore
      }
    }
    row += 1;
  }
  return { end: row, flags };
}

function figuresOf(
  facts: HouseholdCopyFacts,
  classes: ClassPlaces,
  { range, has }: HoldingsPlaces,
  allHold: boolean,
): readonly Figure[] {
  const { holdings, plan, money = dollarPatterns } = facts;
  const checks: Figure = {
    label: "All checks of the certificate hold",
    contents: [{ value: allHold ? "Yes" : "No", formula: `=IF(${allChecksCell},"Yes","No")` }],
    isCheck: true,
  };
  const heads = ["Now", ...(plan ? ["After"] : [])];
  const rates = expenseFigures(facts, range, has);
  const pairs: Figure[] = [
    {
      label: "Total drift",
      contents: [driftOf(facts, classes, false), ...(plan ? [driftOf(facts, classes, true)] : [])],
    },
    ...(plan?.location
      ? [
          {
            label: "Location score, of 100",
            contents: [plan.location.before, plan.location.after].map((value) => ({ value, format: "0.0" })),
          },
        ]
      : []),
    ...(rates.length > 0 ? [{ label: "Expense ratio, average", contents: rates }] : []),
  ];
  const headed: Figure[] = [{ label: "", contents: heads.map((value) => ({ value })) }, ...pairs];
  if (!plan) return [...headed, checks];
  const traded = sum(holdings.map(({ trade, isCash }) => (isCash ? 0 : Math.abs(trade))));
  const [short, long] = [gainOf(facts, "short"), gainOf(facts, "long")];
  const gain = (term: "short" | "long", value: number): Figure => ({
    label: `Gain, ${term}-term`,
    contents: [
      {
        value,
        format: money.signed,
        ...(has("gain") && { formula: `=SUMIF(${range("term")},"${term}",${range("gain")})` }),
      },
    ],
  });
  const sums = (term: string): string => `MAX(0,SUMIF(${range("term")},"${term}",${range("gain")}))`;
  const { rates: taxes, cost } = plan;
  const tradedFormula = `SUMPRODUCT(ABS(${range("trade")}),--(${range("cash")}=0))`;
  const left = sum(facts.accounts.map(({ leftInCash }) => leftInCash));
  return [
    { label: "Money traded", contents: [{ value: traded, formula: `=${tradedFormula}`, format: money.either }] },
    { label: "Trades", contents: [{ value: plan.tradeCount, format: "0" }] },
    ...(has("gain")
      ? [
          gain("short", short),
          gain("long", long),
          taxes
            ? {
                label: "Tax",
                contents: [
                  {
                    value: toCents(Math.max(0, short) * taxes.short + Math.max(0, long) * taxes.long),
                    formula: `=ROUND(${sums("short")}*${inputCell("short rate")}+${sums("long")}*${inputCell("long rate")},2)`,
                    format: money.either,
                  },
                ],
              }
            : { label: "Tax", contents: [{ value: "no rates given" }] },
        ]
      : []),
    ...(cost
      ? [
          {
            label: "Cost of trading",
            contents: [
              {
                value: toCents(traded * cost.share + cost.fee * plan.tradeCount),
                formula: `=ROUND(${tradedFormula}*${cost.share}+${cost.fee}*${plan.tradeCount},2)`,
                format: money.either,
              },
            ],
          },
        ]
      : []),
    ...(left === 0 ? [] : [{ label: "Left in cash", contents: [{ value: left, format: money.either }] }]),
    { label: "Left out for being small", contents: [{ value: plan.dropped === "" ? "none" : plan.dropped }] },
    { label: "Status", contents: [{ value: plan.status }] },
    ...headed,
    checks,
  ];
}

/** Half the sum of all drifts without their signs. */
function driftOf(facts: HouseholdCopyFacts, { range }: ClassPlaces, isAfter: boolean): Content {
  const { classes, plan } = facts;
  const amounts = classes.map((_, place) => moneyIn(facts, place, isAfter ? after : ({ value }) => value));
  const total = sum(amounts) + (isAfter ? (plan?.unlistedAfter ?? 0) : facts.unlisted);
  const drifts = classes.map(({ target }, place) =>
    Math.abs((total === 0 ? 0 : (amounts[place] ?? 0) / total) - target),
  );
  const weights = range(isAfter ? "weight after" : "weight");
  return {
    value: sum(drifts) / 2,
    formula: `=SUMPRODUCT(ABS(${local(weights)}-${local(range("target"))}))/2`,
    format: PERCENT,
  };
}

function local(cells: string): string {
  return cells.split("!")[1] ?? "";
}

/** The average of the money whose expense ratio is known, in its own unit; none where none is. */
function expenseFigures(
  { holdings, plan }: HouseholdCopyFacts,
  range: HoldingsPlaces["range"],
  has: HoldingsPlaces["has"],
): readonly Content[] {
  if (!has("expense")) return [];
  const average = (amount: "value" | "after", of: (holding: CopyHolding) => number): Content => {
    const known = holdings.filter((each) => each.expenseRatio !== undefined && of(each) > 0);
    const money = sum(known.map(of));
    const cells = range(amount);
    const counted = `--(${range("expense")}>0),--(${cells}>0),${cells}`;
    return {
      value: money === 0 ? 0 : sum(known.map((each) => (each.expenseRatio ?? 0) * of(each))) / money,
      formula: `=IF(SUMPRODUCT(${counted})=0,0,SUMPRODUCT(${counted},${range("expense")})/SUMPRODUCT(${counted}))`,
      format: "0.00##",
    };
  };
  return [average("value", ({ value }) => value), ...(plan ? [average("after", after)] : [])];
}
