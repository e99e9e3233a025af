import type { TextCell } from "../../../sheets";
import type { AccountTrading, TradesByAccount } from "./trading";
import type { FundPercent } from "./web-page";

/** A part of the plan as rows, to be copied or saved: headings, then a row each. Money in dollars, weights in percent. */
export interface Extract {
  readonly title: string;
  readonly rows: readonly (readonly TextCell[])[];
}

type ByAccount = Pick<TradesByAccount, "accounts">;

export function tradesExtract({ accounts }: ByAccount): Extract {
  return extract(
    "Trades",
    accounts,
    ["Fund", "Action", "Amount", "Percent now", "Percent after", "Why"],
    ({ trades }) =>
      trades.map(({ fund, amount, before, after, why }) => [
        fund,
        amount > 0 ? "Buy" : "Sell",
        Math.abs(amount),
        percent(before),
        percent(after),
        why,
      ]),
  );
}

export function electionsExtract({ accounts }: ByAccount): Extract {
  return extract("New contributions", accounts, ["Fund", "Percent"], ({ elections = [] }) =>
    elections.map(({ fund, percent: whole }) => [fund, whole]),
  );
}

export function balancesExtract({ accounts }: ByAccount): Extract {
  return extract("Percents of the balance", accounts, ["Fund", "Percent"], ({ balances = [] }) =>
    balances.map(({ fund, percent: whole }) => [fund, whole]),
  );
}

export function exchangesExtract({ accounts }: ByAccount): Extract {
  return extract("Exchanges", accounts, ["From", "To", "Amount", "Percent of From"], ({ exchanges }) =>
    exchanges.map(({ from, to, amount, percentOfFrom }) => [from, to, amount, percentOfFrom]),
  );
}

/** Percents a fund, where no account is named. */
export function percentsExtract(percents: readonly FundPercent[]): Extract["rows"] {
  return [["Fund", "Percent"], ...percents.map(({ fund, percent: whole }) => [fund, whole])];
}

/** Puts extracts below each other, each under its title, with a blank row between. */
export function together(extracts: readonly Extract[]): readonly (readonly TextCell[])[] {
  return extracts.flatMap(({ title, rows }, index) => [...(index > 0 ? [[]] : []), [title], ...rows]);
}

/** Where the list names accounts, they are the first column. */
function extract(
  title: string,
  accounts: readonly AccountTrading[],
  headings: readonly string[],
  rowsOf: (account: AccountTrading) => readonly (readonly TextCell[])[],
): Extract {
  const named = accounts.some(({ account }) => account !== "");
  const rows = accounts.flatMap((account) =>
    rowsOf(account).map((cells) => (named ? [account.account, ...cells] : cells)),
  );
  return { title, rows: [named ? ["Account", ...headings] : headings, ...rows] };
}

/** A fraction in percent, to a hundredth. */
function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100;
}
