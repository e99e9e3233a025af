import { headingOf } from "../headings";
import type { Frame } from "./body";
import type { Added, HoldingsAccount, HoldingsTable, MoneySource } from "./record";

const PRE_TAX = /^(employee |elective |my )?(pre-tax|before[- ]tax|traditional|tax[- ]deferred)\b/;
const ROTH = /^(employee |elective |designated )?roth\b/;
const OTHER =
  /^(employer|company|safe harbor|non-?elective|profit[- ]sharing|match(ing)?|rollover|after-tax)\b|\bmatch(ing)?$/;

/**
 * The columns that split each row's value by where the money came from, as 401(k) and 403(b) plans show it. Money of both
 * kinds, pre-tax and Roth, is two accounts to the tax law: a question.
 */
export function sourcesIn(
  { argument, others, columns, positions }: HoldingsTable,
  { cells }: Frame,
  accounts: readonly HoldingsAccount[],
  { questions }: Added,
): readonly MoneySource[] {
  if (!columns.has("value")) return [];
  const sources = others.flatMap(({ heading, column }): readonly MoneySource[] => {
    const known = headingOf(heading);
    if (known === undefined || known.unit === "%") return [];
    const source = ROTH.test(known.words)
      ? "Roth"
      : PRE_TAX.test(known.words)
        ? "pre-tax"
        : OTHER.test(known.words)
          ? "other"
          : undefined;
    return source === undefined ? [] : [{ column, heading, source }];
  });
  const hasMoney = ({ column }: MoneySource): boolean =>
    positions.some(({ row }) => {
      const cell = cells[row]?.[column];
      return typeof cell === "number" ? cell !== 0 : typeof cell === "string" && /[1-9]/.test(cell);
    });
  const preTax = sources.find((each) => each.source === "pre-tax" && hasMoney(each));
  const roth = sources.find((each) => each.source === "Roth" && hasMoney(each));
  if (preTax && roth) {
    const names = accounts.map(({ name }) => name).filter((name) => name !== "");
    questions.push({
      about: "account",
      problem: {
        code: "money of two kinds",
        argument,
        account: names[0] ?? "the plan",
        preTax: preTax.heading,
        roth: roth.heading,
      },
    });
  }
  return preTax || roth ? sources : [];
}
