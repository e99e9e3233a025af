import type { TextCell } from "../../../sheets";
import type { MoneyTable } from "../../charts";
import { balancesExtract, electionsExtract, exchangesExtract, type Extract } from "./extracts";
import { actionOf, cautionWords, lotWords } from "./household-words";
import type { HouseholdLine, HouseholdTrading } from "./household-trading";

/** Everything of a household's plan as rows: its trades, its classes by account, and what plans' pages are told. */
export function householdExtracts(trading: HouseholdTrading, money: MoneyTable): readonly Extract[] {
  const accounts = trading.accounts.filter(({ isPlan }) => isPlan);
  return [
    householdTradesExtract(trading),
    moneyExtract(money),
    exchangesExtract({ accounts }),
    balancesExtract({ accounts }),
    electionsExtract({ accounts }),
  ].filter(({ rows }) => rows.length > 1);
}

/** The trades with all that is known of each: amounts without signs, since the action says which way. */
export function householdTradesExtract({ accounts }: HouseholdTrading): Extract {
  return {
    title: "Trades",
    rows: [
      [
        ...["Account", "Fund", "Action", "Amount", "Shares", "Percent of account now", "Percent of account after"],
        ...["Gain", "Term", "Tax", "Why", "Mind"],
      ],
      ...accounts.flatMap(({ account, lines }) => lines.map((line) => tradeRow(account, line))),
    ],
  };
}

function tradeRow(account: string, line: HouseholdLine): readonly TextCell[] {
  const { fund, amount, shares, before, after, taxed, lot, why, cautions } = line;
  return [
    ...[account, fund, actionOf(line), Math.abs(amount), shares === undefined ? "" : Math.abs(shares)],
    ...[percent(before), percent(after)],
    ...(taxed ? [taxed.gain, taxed.isLongTerm ? "Long" : "Short", taxed.tax] : ["", "", ""]),
    [why, ...(lot ? [lotWords(lot)] : [])].join(" "),
    cautions.map(cautionWords).join(" "),
  ];
}

/** The classes by account, in dollars, with their shares of the whole in percent. */
function moneyExtract({ accounts, classes }: MoneyTable): Extract {
  return {
    title: "Classes by account",
    rows: [
      [
        ...["Class", "Percent now", "Percent after", "Target"],
        ...accounts.flatMap(({ name }) => [`${name} now`, `${name} after`]),
      ],
      ...classes.map(({ name, before, after, target, isRest, cells }) => [
        ...[name, percent(before), percent(after), isRest ? "" : percent(target)],
        ...cells.flatMap((cell) => [cents(cell.before), cents(cell.after)]),
      ]),
    ],
  };
}

/** A fraction in percent, to a hundredth. */
function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100;
}

/** Dollars to the cent: what mixed funds put into a class is none. */
function cents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}
