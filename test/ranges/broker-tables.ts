/** A table as some broker could write it, drawn at random, and what is in it. */
export interface BrokerTable {
  readonly cells: readonly (readonly unknown[])[];
  readonly truth: Truth;
}

export interface Truth {
  readonly positions: readonly TruePosition[];
  /** How many rows of each kind are in the table that aren't holdings. */
  readonly leftOut: Readonly<Record<"totals" | "loans" | "windows" | "tables", number>>;
  /** What each class has in cents, owed cash counted as 0. */
  readonly byClass: ReadonlyMap<string, number>;
}

export interface TruePosition {
  readonly row: number;
  readonly account: number;
  readonly kind: string;
  readonly cents: number;
  readonly isCash: boolean;
  readonly assetClass: string;
  readonly name: string;
}

export const CLASSES = ["US stocks", "International stocks", "Bonds", "Cash"] as const;

const FUNDS: readonly (readonly [ticker: string, name: string, assetClass: string])[] = [
  ["VTSAX", "TOTAL STOCK MARKET INDEX ADMIRAL", "US stocks"],
  ["FXAIX", "FIDELITY 500 INDEX FUND", "US stocks"],
  ["SCHB", "US BROAD MARKET ETF", "US stocks"],
  ["VTIAX", "TOTAL INTL STOCK INDEX ADMIRAL", "International stocks"],
  ["SCHF", "INTL EQUITY ETF", "International stocks"],
  ["VBTLX", "TOTAL BOND MARKET INDEX", "Bonds"],
  ["PTTRX", "PIMCO TOTAL RETURN INSTL", "Bonds"],
  ["BKLN", "INVESCO SENIOR LOAN ETF", "Bonds"],
  ["VAIPX", "INFLATION-PROTECTED SECURITIES, ADMIRAL", "Bonds"],
  ["SUM", "SUMMIT MATERIALS INC", "US stocks"],
];

const CASH_NAMES: readonly (readonly [ticker: string, name: string])[] = [
  ["SPAXX**", "HELD IN MONEY MARKET"],
  ["FDRXX", "FIDELITY GOVERNMENT CASH RESERVES"],
  ["VMFXX", "FEDERAL MONEY MARKET INVESTOR CL"],
  ["", "Cash & Cash Investments"],
  ["CASH", ""],
  ["", "Core"],
];

const ACCOUNTS: readonly (readonly [name: string, type: string, kind: string])[] = [
  ["ROTH IRA", "Roth IRA", "Roth"],
  ["ROLLOVER IRA", "Rollover IRA", "deferred"],
  ["ACME 401(K) PLAN", "401k", "deferred"],
  ["Individual - TOD", "Taxable", "taxable"],
  ["Joint WROS", "Joint brokerage", "taxable"],
  ["Health Savings Account", "HSA", "HSA"],
  ["Traditional IRA Brokerage Account", "Traditional IRA", "deferred"],
];

const HEADINGS = {
  number: ["Account Number", "Acct #", "Account No.", "ACCOUNT ID"],
  account: ["Account", "Account Name", "Acct Name", "Account nickname"],
  type: ["Account type", "Registration", "Tax status", "Type"],
  ticker: ["Symbol", "Ticker", "Ticker Symbol", "SYMBOL", "Symbol/CUSIP"],
  fund: ["Description", "Fund", "Investment Name", "Fund / option name", "Security name", "Holding"],
  shares: ["Quantity", "Shares", "Qty (Quantity)", "Units", "No. of shares", "Share balance"],
  price: ["Last Price", "Price", "Share Price", "NAV", "Last Price $", "Unit price ($)", "Closing price"],
  value: [
    ...[
      "Current Value",
      "Market Value ($)",
      "Mkt Val (Market Value)",
      "Value $",
      "Total Value (USD)",
      "Ending Balance",
    ],
    ...["Balance", "Market\nValue", "Value - USD", "Current bal.", "Market value as of 11/27/2026"],
  ],
  class: ["Asset class", "ASSET CLASS", "Asset  Class"],
  brokers: ["Asset Type", "Security Type", "Category", "Investment type"],
  weight: ["% of Acct (% of Account)", "Percent Of Account", "Current %", "% of portfolio"],
  gain: ["Total Gain/Loss Dollar", "Gain $ (Gain/Loss $)", "Day Chng $ (Day Change $)", "Unrealized gain"],
  basis: ["Cost Basis Total", "Cost Basis", "Total cost", "Book value"],
  average: ["Average Cost Basis", "Price Paid $", "Unit cost", "Cost/share"],
  beginning: ["Beginning Balance", "Opening value", "Prior value"],
  vested: ["Vested Balance", "Vested value ($)"],
  held: ["Type"],
} as const;

type Column = keyof typeof HEADINGS;

/** A small generator of random numbers, seeded (Marsaglia's xorshift32). */
function randomOf(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

type Form = "number" | "dollars" | "plain text" | "comma";

function written(cents: number, form: Form): unknown {
  if (form === "number") return cents / 100;
  const size = Math.abs(cents);
  const digits = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, form === "comma" ? "." : ",");
  const text = `${digits}${form === "comma" ? "," : "."}${String(size % 100).padStart(2, "0")}`;
  if (form === "dollars") return cents < 0 ? `-$${text}` : `$${text}`;
  return cents < 0 ? `-${text}` : text;
}

/** Draws a table of holdings in one of the shapes that brokers and plans write. The same seed draws the same table. */
export function brokerTable(seed: number): BrokerTable {
  const random = randomOf(seed);
  for (let skip = 0; skip < 8; skip++) random();
  const chance = (of: number): boolean => random() < of;
  const whole = (most: number): number => Math.floor(random() * most);
  const pick = <T>(from: readonly T[]): T => from[whole(from.length)] as T;
  const shuffled = <T>(from: readonly T[]): T[] => {
    const left = [...from];
    return from.map(() => left.splice(whole(left.length), 1)[0] as T);
  };

  const form = pick<Form>(["number", "number", "dollars", "plain text", "comma"]);
  const layout = pick(["columns", "columns", "numbers", "blank below", "blocks", "title"] as const);
  const accounts = shuffled(ACCOUNTS).slice(0, layout === "title" ? 1 : 1 + whole(3));
  const names = pick(["both", "both", "ticker", "fund"] as const);
  const hasShares = chance(0.6);
  const hasValue = !hasShares || chance(0.85);

  const columns: Column[] = ["class"];
  if (layout === "numbers") columns.push("number");
  if (layout === "columns" || layout === "blank below" || (layout === "numbers" && chance(0.7)))
    columns.push("account");
  const hasType = columns.includes("account") && chance(0.3);
  if (hasType) columns.push("type");
  if (names !== "fund") columns.push("ticker");
  if (names !== "ticker") columns.push("fund");
  if (hasShares) columns.push("shares", "price");
  if (hasValue) columns.push("value");
  for (const extra of ["brokers", "weight", "gain", "basis", "average", "beginning", "vested"] as const) {
    if (chance(0.3)) columns.push(extra);
  }
  if (!hasType && chance(0.3)) columns.push("held");
  const order = chance(0.6) ? shuffled(columns) : columns;
  const heading = new Map(order.map((column) => [column, pick<string>(HEADINGS[column])]));
  // A plain balance beside a vested or a beginning one is what it says.
  if (columns.includes("beginning") || columns.includes("vested"))
    heading.set("value", pick(["Ending Balance", "Total Balance"]));
  const cased = (text: string): string => (chance(0.15) ? text.toUpperCase() : text);
  const header = order.map((column) => cased(heading.get(column) ?? ""));
  const width = Math.max(2, order.length);
  const row = (cells: Partial<Record<Column, unknown>>): unknown[] => order.map((column) => cells[column] ?? blank());
  const blank = (): unknown => pick<unknown>([null, "", 0]);
  const missing = (): unknown => pick<unknown>(["--", "n/a", null, "", "N/A"]);
  const line = (...cells: readonly unknown[]): unknown[] =>
    Array.from({ length: width }, (_, column) => cells[column] ?? null);
  const empty = (): unknown[] => line();

  const cells: unknown[][] = [];
  const title =
    layout === "title"
      ? `Positions for account ${accounts[0]?.[0] ?? ""} ...006 as of 04:05 PM ET, 2026/11/27`
      : "Holdings";
  if (layout === "title" || chance(0.4)) cells.push(line(title));
  if (layout === "title" || chance(0.3)) cells.push(empty());
  if (chance(0.2) && width > 3) {
    cells.push(line("Filters applied:"), line("Symbol", "Sort by", "Sort order"), line(null, "Symbol", "Asc"), empty());
  }
  if (chance(0.1))
    for (let more = whole(12); more > 0; more--) cells.push(line(`Line ${more} of the preamble`), empty());

  const positions: TruePosition[] = [];
  const leftOut = { totals: 0, loans: 0, windows: 0, tables: 0 };
  const labelColumn: Column = order.find((column) => column === "ticker" || column === "fund") ?? "fund";
  const valueCells = (cents: number): Partial<Record<Column, unknown>> =>
    hasValue ? { value: written(cents, form) } : {};
  const headings = (): void => void cells.push([...header]);
  const isBlocks = layout === "blocks";
  if (!isBlocks) headings();

  const totalOf = (rows: readonly TruePosition[]): number => rows.reduce((sum, { cents }) => sum + cents, 0);
  const withTotals = hasValue && chance(0.5);
  accounts.forEach(([name, type, kind], account) => {
    if (isBlocks) {
      if (cells.length > 0) cells.push(empty());
      cells.push(line(`${name} ...00${account}`));
      if (chance(0.3)) cells.push(empty());
      headings();
    }
    const own: TruePosition[] = [];
    const number = `X1000${account}001`;
    let isFirstOfAccount = true;
    const whose = (): Partial<Record<Column, unknown>> => {
      const isShown = layout !== "blank below" || isFirstOfAccount;
      isFirstOfAccount = false;
      return isShown ? { number, account: name, type } : {};
    };
    const add = (
      ticker: string,
      fund: string,
      assetClass: string,
      isCash: boolean,
      cents: number,
      figures: Partial<Record<Column, unknown>>,
    ): void => {
      const said = {
        ...(names !== "fund" && { ticker: ticker === "" ? (names === "ticker" ? fund : missing()) : ticker }),
        ...(names !== "ticker" && { fund: fund === "" ? (names === "fund" ? ticker : "--") : fund }),
      };
      const known = names === "fund" ? (fund === "" ? ticker : fund) : ticker === "" ? fund : ticker;
      own.push({ row: cells.length, account, kind, cents, isCash, assetClass, name: known });
      cells.push(
        row({
          ...whose(),
          ...said,
          ...valueCells(cents),
          ...figures,
          class: assetClass,
          brokers: isCash ? "Cash and Money Market" : "ETFs & Closed End Funds",
          weight: form === "number" ? 0.25 : "25%",
          gain: chance(0.5) ? missing() : written(-12_345, form),
          beginning: written(98_765_432, form),
          vested: written(Math.abs(cents), form),
          held: pick(["Cash", "Margin"]),
        }),
      );
    };

    for (const [ticker, fund, assetClass] of shuffled(FUNDS).slice(0, 1 + whole(4))) {
      const pieces = 1 + whole(900_000);
      const price = 100 + whole(40_000);
      // Shares to a thousandth: the product is cents to a thousandth, rounded half up.
      const product = Number((BigInt(pieces) * BigInt(price) * 2n + 1000n) / 2000n);
      const cents = hasValue ? 100 + whole(9_000_000) : product;
      const asText = form === "comma" ? (figure: string) => figure.replace(".", ",") : (figure: string) => figure;
      const shares = form === "number" ? pieces / 1000 : asText((pieces / 1000).toFixed(4));
      add(ticker, fund, assetClass, false, cents, {
        ...(hasShares && { shares, price: written(price, form) }),
        basis: chance(0.2) ? missing() : written(12_345_678, form),
        average: chance(0.2) ? missing() : written(1234, form),
      });
    }
    if (hasValue && chance(0.6)) {
      // Without its symbol a money market fund is told from others by its class only.
      const [ticker, fund] = pick(names === "fund" ? CASH_NAMES.slice(3) : CASH_NAMES);
      add(ticker, fund, "Cash", true, 1 + whole(500_000), hasShares ? { shares: missing(), price: missing() } : {});
      if (chance(0.5)) {
        add(...(["Pending activity", "", "Cash", true] as const), whole(200_000) - 150_000 || 1, {
          ...(hasShares && { shares: missing(), price: missing() }),
        });
      }
    }
    if (hasValue && names !== "ticker" && chance(0.15)) {
      add("", "U S TREASURY NOTE 4.125 11/15/27", "Bonds", false, 501_650, {
        ...(hasShares && { shares: written(500_000, form), price: written(10_033, form) }),
      });
    }
    if (hasValue && layout !== "blank below" && chance(0.15)) {
      const loan = { [labelColumn]: pick(["401(k) Loan", "Outstanding loan balance", "Loan"]) };
      cells.push(row({ ...whose(), ...loan, ...valueCells(-123_400 * (chance(0.5) ? 1 : -1)) }));
      leftOut.loans += 1;
    }
    positions.push(...own);
    if (withTotals && (isBlocks || (layout === "columns" && chance(0.5)))) {
      const label = pick(["Account Total", "Total", "Subtotal", "Account balance"]);
      cells.push(row({ [labelColumn]: label, ...valueCells(totalOf(own)) }));
      leftOut.totals += 1;
    }
  });
  if (hasValue && layout === "columns" && accounts.length > 1 && chance(0.3)) {
    const own = positions.filter(({ account }) => account === 1);
    cells.push(
      row({
        account: accounts[0]?.[0],
        [labelColumn]: "BROKERAGELINK",
        ...valueCells(totalOf(own)),
        class: "US stocks",
      }),
    );
    leftOut.windows += 1;
  }
  if (withTotals && chance(0.7)) {
    const label = pick(["Positions Total", "TOTAL", "Grand total", "Portfolio Total", "Total of all accounts", ""]);
    cells.push(row({ [labelColumn]: label, ...valueCells(totalOf(positions)) }));
    leftOut.totals += 1;
  }
  if (chance(0.5)) {
    cells.push(
      empty(),
      line("Placeholder for the first of several long paragraphs of small print, with a comma in it."),
    );
    if (chance(0.5)) cells.push(empty(), line("Date downloaded Nov-28-2026 4:05 p.m ET"));
  }
  if (chance(0.2) && width > 5) {
    cells.push(empty(), line("Account Number", "Trade Date", "Transaction Type", "Symbol", "Shares", "Net Amount"));
    cells.push(
      line("X10000001", "2026-11-02", "Buy", "VTIAX", 10, 380),
      line("X10000001", "2026-11-03", "Sell", "VTIAX", 5, -190),
    );
    leftOut.tables += 1;
  }

  const byClass = new Map<string, number>(CLASSES.map((each) => [each, 0]));
  accounts.forEach((_, account) => {
    const own = positions.filter((each) => each.account === account);
    for (const { assetClass, isCash, cents } of own) {
      if (!isCash) byClass.set(assetClass, (byClass.get(assetClass) ?? 0) + cents);
    }
    const cash = totalOf(own.filter(({ isCash }) => isCash));
    byClass.set("Cash", (byClass.get("Cash") ?? 0) + Math.max(0, cash));
  });
  return { cells, truth: { positions, leftOut, byClass } };
}
