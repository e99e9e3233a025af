import type { brokerFiles } from "./broker-files";

type Kind = (typeof brokerFiles)[number];

/** A download in the shape of one broker's, with invented figures, and what each account of it holds in cents. */
export interface Download {
  readonly name: string;
  readonly text: string;
  readonly accounts: readonly number[];
}

/** A small generator of random numbers, seeded (Marsaglia's xorshift32). */
function randomOf(seed: number): () => number {
  let state = (seed + 7) * 2_246_822_519;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

interface Drawn {
  readonly ticker: string;
  readonly name: string;
  /** Thousandths of a share, cents a share. */
  readonly shares: number;
  readonly price: number;
  readonly cents: number;
}

const FUNDS = [
  ["VTI", "TOTAL STOCK MARKET ETF"],
  ["VXUS", "TOTAL INTL STOCK ETF"],
  ["BND", "TOTAL BOND MARKET ETF"],
  ["FXAIX", "BIG 500 INDEX FUND"],
  ["VTTVX", "TARGET RETIREMENT 2025 FUND"],
  ["SCHB", "US BROAD MARKET ETF"],
  ["VNQ", "REAL ESTATE ETF, THE"],
  ["BRKB", 'HOLDINGS "B" CORP'],
] as const;

/** Draws one file: the same kind and seed draw the same. */
export function download(kind: Kind, seed: number): Download {
  const random = randomOf(seed * 4 + KINDS.indexOf(kind));
  const upTo = (most: number): number => Math.floor(random() * most);
  const accounts = Array.from(
    { length: kind === "fidelity-positions" || kind === "vanguard-ofxdownload" ? 1 + upTo(3) : 1 },
    () => {
      const first = upTo(FUNDS.length);
      const held = Array.from({ length: 1 + upTo(5) }, (_, index): Drawn => {
        const [ticker, name] = FUNDS[(first + index) % FUNDS.length] ?? FUNDS[0];
        const [shares, price] = [1_000 + upTo(2_000_000), 500 + upTo(40_000)];
        return { ticker, name, shares, price, cents: Math.round((shares * price) / 1000) };
      });
      return { held, cash: upTo(900_000), pending: upTo(2) === 0 ? 0 : upTo(40_000) - 20_000 };
    },
  );
  const number = (account: number): string => `X${String(40_000_001 + seed * 10 + account)}`;
  const sumOf = ({ held, cash, pending }: (typeof accounts)[number], withPending: boolean): number =>
    held.reduce((sum, { cents }) => sum + cents, cash) + (withPending ? pending : 0);
  const day = `2026-11-${String(1 + upTo(27)).padStart(2, "0")}`;
  const [year, month, date] = day.split("-");
  const [only] = accounts;
  if (!only) throw new Error("no account");
  switch (kind) {
    case "fidelity-positions":
      return {
        name: `Portfolio_Positions_${["Jan", "Nov"][1] ?? ""}-${date ?? ""}-2026.csv`,
        accounts: accounts.map((account) => sumOf(account, true)),
        text: lines([
          "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,Today's Gain/Loss Dollar,Percent Of Account,Cost Basis Total,Average Cost Basis,Type",
          ...accounts.flatMap((account, index) => {
            const before = `${number(index)},ROTH IRA`;
            const { held, cash, pending } = account;
            return [
              `${before},SPAXX**,HELD IN MONEY MARKET,,,,$${money(cash)},,1.00%,,,Cash,`,
              ...held.map(
                (each) =>
                  `${before},${each.ticker},${quoted(each.name)},${shares(each)},$${money(each.price)},+$0.10,$${money(each.cents)},-$1.00,5.00%,--,--,Cash,`,
              ),
              ...(pending === 0
                ? []
                : [`${before},Pending activity,,,,,${pending < 0 ? "-" : ""}$${money(Math.abs(pending))},,,,,,`]),
            ];
          }),
          "",
          '"The data and information in this spreadsheet is provided to you solely for your use, and is not for distribution."',
          "",
          `"Date downloaded Nov-${date ?? ""}-2026 4:05 p.m ET"`,
        ]),
      };
    case "schwab-positions": {
      const all = sumOf(only, false);
      const row = (cells: readonly string[]): string =>
        `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")},""`;
      return {
        name: `Rollover IRA-Positions-${day}.csv`,
        accounts: [all],
        text: lines([
          `"Positions for account Rollover IRA ...${String(100 + seed)} as of 04:05 PM ET, ${year ?? ""}/${month ?? ""}/${date ?? ""}"`,
          "",
          row([
            "Symbol",
            "Description",
            "Qty (Quantity)",
            "Price",
            "Mkt Val (Market Value)",
            "Cost Basis",
            "% of Acct (% of Account)",
            "Asset Type",
          ]),
          ...only.held.map((each) =>
            row([
              each.ticker,
              each.name,
              grouped(shares(each)),
              `$${grouped(money(each.price))}`,
              `$${grouped(money(each.cents))}`,
              "--",
              "12.5%",
              "ETFs & Closed End Funds",
            ]),
          ),
          row([
            "Cash & Cash Investments",
            "--",
            "--",
            "--",
            `$${grouped(money(only.cash))}`,
            "--",
            "4.98%",
            "Cash and Money Market",
          ]),
          row(["Positions Total", "", "--", "--", `$${grouped(money(all))}`, "$48,500.00", "--", "--"]),
        ]),
      };
    }
    case "vanguard-ofxdownload":
      return {
        name: "ofxdownload.csv",
        accounts: accounts.map((account) => sumOf(account, false)),
        text: lines([
          "Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,",
          ...accounts.flatMap(({ held, cash }, index) => [
            ...held.map(
              (each) =>
                `${number(index).slice(1)},${quoted(each.name)},${each.ticker},${shares(each)},${money(each.price)},${money(each.cents)},`,
            ),
            `${number(index).slice(1)},FEDERAL MONEY MARKET INVESTOR CL,VMFXX,${money(cash)},1,${money(cash)},`,
          ]),
          ...["", "", ""],
          "Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,Commissions and Fees,Net Amount,Accrued Interest,Account Type,",
          `${number(0).slice(1)},${day},${day},Buy,Buy,TOTAL INTL STOCK ETF,VXUS,10.00000,38.0,380.00,0.0,380.00,0.0,CASH,`,
        ]),
      };
    case "etrade-portfolio": {
      const all = sumOf(only, false);
      return {
        name: "PortfolioDownload.csv",
        accounts: [all],
        text: lines([
          "Account Summary",
          "Account,Net Account Value,Total Gain $,Total Gain %,Available For Withdrawal,Cash Purchasing Power",
          `"Rollover IRA -${String(1000 + seed)}",${money(all)},5120.00,11.41,${money(only.cash)},${money(only.cash)}`,
          "",
          "View Summary - All Positions",
          "Filters applied:",
          "Symbol,Security type(s),Sort by,Sort order,",
          ",All,Symbol,Asc,",
          "",
          "Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $",
          ...only.held.map(
            (each) =>
              `${each.ticker},${money(each.price)},0.05,0.07,${shares(each)},75.0000,10.0000,-500.0000,-3.3333,${money(each.cents)}`,
          ),
          `CASH,,,,,,,,,${money(only.cash)},`,
          `TOTAL,,,,,,24.50,5120.00,11.41,${money(all)},`,
          "",
          `Generated at Nov ${date ?? ""} 2026 04:05 PM ET`,
        ]),
      };
    }
  }
}

const KINDS: readonly Kind[] = ["fidelity-positions", "schwab-positions", "vanguard-ofxdownload", "etrade-portfolio"];

const lines = (each: readonly string[]): string => each.join("\r\n") + "\r\n";
const money = (cents: number): string => (cents / 100).toFixed(2);
const shares = ({ shares: thousandths }: Drawn): string => String(thousandths / 1000);
const quoted = (name: string): string => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
