import { readFileSync } from "node:fs";
import { call, callsOf } from "../functions/shipped";
import { bareLoop } from "./allocation";
import { quantile, timesOf } from "./timing";

type Call = (id: string, ...args: readonly unknown[]) => unknown;
type Cells = readonly (readonly unknown[])[];

/** An account of random values and weights, drawn with a fixed seed. */
interface Drawn {
  readonly values: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly draw: () => number;
}

function drawn(rows: number): Drawn {
  let state = rows;
  // 32 bits, so that no two rows of 100,000 need be alike (T. Ettinger, "mulberry32", 2017).
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const values = Array.from({ length: rows }, () => [Math.round(draw() * 1e7) / 100]);
  const weights = Array.from({ length: rows }, () => draw());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { values, targets: weights.map((weight) => [weight / whole]), draw };
}

const cell = (content: unknown): Cells => [[content]];

/** One call of a function, with its ranges made beforehand. */
type Work = (account: Drawn) => readonly [id: string, ...args: readonly unknown[]];

const rebalance =
  (policy: string, cash: number | null = null, asOf: string | null = null): Work =>
  ({ values, targets }) => ["REBALANCE", values, targets, cash && cell(cash), cell(policy), asOf && cell(asOf)];

/**
 * Values of random parts of their targets of $1 billion, so that it takes no more to fill them. (Any money against the
 * tiniest of many random targets takes more than a money column may total.)
 */
function fillable({ targets, draw }: Drawn): Cells {
  return targets.map(([target]) => [Math.floor((target ?? 0) * draw() * 1e11) / 100]);
}

/** Values within so many dollars of their targets, of $50,000 a row, so that a minimum trade drops many. */
const near =
  (dollars: number, policy: string, cash: number | null = null, rules = false): Work =>
  ({ targets, draw }) => {
    const values = targets.map(([target]) => [
      Math.max(0, Math.round(((target ?? 0) * 50_000 * targets.length + (2 * draw() - 1) * dollars) * 100) / 100),
    ]);
    const locks = targets.map((_, row) => [row % 10 === 0 ? "no buy" : row % 10 === 1 ? "no sell" : null]);
    return ["REBALANCE", values, targets, cash && cell(cash), cell(policy), null, null, null, rules ? locks : null];
  };

const months =
  (policy: string): Work =>
  (account) => ["MONTHSTOBAND", fillable(account), account.targets, cell(1e6), cell(policy)];

/** Random trades that add up to 0, and what is barred of them. */
const exchanges =
  (barred: (sellers: readonly string[], buyers: readonly string[]) => Cells | null): Work =>
  ({ values, draw }) => {
    const cents = values.map(() => Math.round((draw() - 0.5) * 1e6));
    cents[0] = (cents[0] ?? 0) - cents.reduce((sum, trade) => sum + trade, 0);
    const held = cents.map((trade) => [Math.max(0, -trade) / 100 + 1]);
    const funds = values.map((_, row) => `Fund ${row}`);
    const trading = (sign: number): string[] => funds.filter((_, row) => (cents[row] ?? 0) * sign > 0);
    return [
      "EXCHANGES",
      funds.map((fund) => [fund]),
      held,
      cents.map((trade) => [trade / 100]),
      barred(trading(-1), trading(1)),
    ];
  };

const WORK: Readonly<Record<string, Work>> = {
  WEIGHTS: ({ values }) => ["WEIGHTS", values],
  DRIFT: ({ values, targets }) => ["DRIFT", values, targets],
  DRIFTTOTAL: ({ values, targets }) => ["DRIFTTOTAL", values, targets],
  BANDS: ({ targets }) => ["BANDS", targets, cell("5/25")],
  STATUS: ({ values, targets }) => ["STATUS", values, targets, cell("5/25")],
  "BYCLASS, a class each": ({ values }) => {
    const holdings = values.map(([value], row) => [`Fund ${row}`, value, ["US", "Bonds", "Cash"][row % 3]]);
    return ["BYCLASS", [["Fund", "Value", "Asset class"], ...holdings], [["US"], ["Bonds"], ["Cash"]]];
  },
  "BYCLASS, mixed funds": ({ values }) => {
    const holdings = values.map(([value], row) => [`Fund ${row}`, value, 0.5, 0.3, 0.2]);
    return ["BYCLASS", [["Fund", "Value", "US", "Intl", "Bonds"], ...holdings], [["US"], ["Intl"], ["Bonds"]]];
  },
  REBALANCE: rebalance(""),
  "REBALANCE 0.0001pp": rebalance("0.0001pp"),
  "REBALANCE 5/25": rebalance("5/25"),
  "REBALANCE 20% relative": rebalance("20% relative"),
  "REBALANCE 20% relative; to halfway": rebalance("20% relative; to halfway"),
  "REBALANCE 20% relative; to edge": rebalance("20% relative; to edge"),
  "REBALANCE 20% relative; to 0.0001pp": rebalance("20% relative; to 0.0001pp"),
  "REBALANCE drift 3%; to edge": rebalance("drift 3%; to edge"),
  "REBALANCE whole dollars": rebalance("whole dollars"),
  "REBALANCE whole percent": rebalance("whole percent"),
  "REBALANCE 20% relative; to edge; whole percent": rebalance("20% relative; to edge; whole percent"),
  "REBALANCE, money in": rebalance("", 1e6),
  "REBALANCE, money out": rebalance("", -1e6),
  "REBALANCE no sells; keep 1%": rebalance("no sells; keep 1%", 1e6),
  "REBALANCE annual and 20% relative, not due": rebalance(
    "annual and 20% relative; last 2026-01-05",
    null,
    "2026-06-01",
  ),
  "REBALANCE min $100": rebalance("min $100"),
  "REBALANCE min 0.0005%": rebalance("min 0.0005%"),
  "REBALANCE min $1,000,000": rebalance("min $1,000,000"),
  "REBALANCE 20% relative; min $100": rebalance("20% relative; min $100"),
  "REBALANCE 20% relative; to edge; min $100": rebalance("20% relative; to edge; min $100"),
  "REBALANCE drift 3%; to edge; min $100": rebalance("drift 3%; to edge; min $100"),
  "REBALANCE drift 3%; to edge; min $100, money in": rebalance("drift 3%; to edge; min $100", 1e6),
  "REBALANCE 0.0001pp; to edge; min $100, money in": rebalance("0.0001pp; to edge; min $100", 1e6),
  "REBALANCE whole dollars; min $100": rebalance("whole dollars; min $100"),
  "REBALANCE whole dollars; min $100, near its targets": near(500, "whole dollars; min $100"),
  "REBALANCE min $1, within some dollars of its targets": near(5, "min $1"),
  "REBALANCE drift 0.001%; to edge; min $1, within some dollars of its targets": near(
    5,
    "drift 0.001%; to edge; min $1",
  ),
  "REBALANCE min $100, every fifth row within $100 of its target": (account) => {
    const [id, values, targets, ...rest] = near(100, "min $100")(account);
    const far = (values as Cells).map(([value], row) => [
      row % 5 === 0 ? value : Math.round(Number(value) * 100 * (0.2 + 1.6 * account.draw())) / 100,
    ]);
    return [id, far, targets, ...rest];
  },
  "REBALANCE min $100, rows locked": near(5000, "min $100", null, true),
  CONTRIBUTE: ({ values, targets }) => ["CONTRIBUTE", values, targets, cell(1e6)],
  "CONTRIBUTE min $100": ({ values, targets }) => [
    "CONTRIBUTE",
    values,
    targets,
    cell(1e4 * values.length),
    cell("min $100"),
  ],
  WITHDRAW: ({ values, targets }) => ["WITHDRAW", values, targets, cell(1e6)],
  "WITHDRAW min $100": ({ values, targets }) => [
    "WITHDRAW",
    values,
    targets,
    cell(1e4 * values.length),
    cell("min $100"),
  ],
  CASHNEEDED: (account) => ["CASHNEEDED", fillable(account), account.targets],
  MONTHSTOBAND: months(""),
  "MONTHSTOBAND 1%": months("1%"),
  "MONTHSTOBAND 20% relative": months("20% relative"),
  SHARES: ({ values, targets }) => {
    const prices = values.map((_, row) => [10 + (row % 977) / 10]);
    return [
      "SHARES",
      values.map(([value], row) => [Math.floor((value ?? 0) / (prices[row]?.[0] ?? 1))]),
      prices,
      targets,
    ];
  },
  ELECTIONS: ({ targets }) => ["ELECTIONS", targets],
  EXCHANGES: exchanges(() => null),
  "EXCHANGES, the last pair barred": exchanges((sellers, buyers) => [
    ["From", "To"],
    [sellers.at(-1), buyers.at(-1)],
  ]),
  ROUNDTRIPS: ({ values }) => {
    const trades = values.map((_, row) => [
      40_000 + Math.floor(row / 50),
      `Fund ${(row * 7919) % 500}`,
      (row % 2 === 0 ? 1 : -1) * (1000 + (row % 977)),
    ]);
    return ["ROUNDTRIPS", [["Date", "Fund", "Amount"], ...trades]];
  },
  ISDUE: ({ values, targets }) => ["ISDUE", values, targets, cell("20% relative"), cell("2026-06-01")],
  CHECKUP: ({ values, targets }) => ["CHECKUP", values, targets, cell("annual and 20% relative"), cell("2026-06-01")],
  TRACKINGERROR: ({ values, targets, draw }) => {
    const returns = Array.from({ length: 12 }, () => values.map(() => (draw() - 0.5) / 10));
    return ["TRACKINGERROR", values, targets, returns];
  },
  GLIDEPATH: ({ values }) => ["GLIDEPATH", values.map((_, row) => [20 + (row % 80)])],
};

/** A function that has taken longer than this on fewer rows is not asked about more. In milliseconds. */
const PATIENCE = 5000;

/**
 * Measures every row function, from cells to cells, at 1,000, 10,000 and 100,000 rows against the bare loop over two
 * columns of as many cells. With the functions.js of another state as `before`, it is measured in the same run.
 */
export function benchRows(before?: string): void {
  const others: Call | undefined = before === undefined ? undefined : callsOf(readFileSync(before, "utf8"));
  console.log("Each figure: times the bare loop over the same cells (milliseconds in this run)");
  const times = (one: Call, work: Work, account: Drawn): readonly [number, number] => {
    const [id, ...args] = work(account);
    const first = account.values[0] as number[];
    // Once and cold, as a changed cell asks for it: an answer that is remembered would cost nothing.
    const start = performance.now();
    one(id, ...args);
    const ours = performance.now() - start;
    const bare = timesOf(() => {
      first[0] = (first[0] ?? 0) + 0.01;
      return bareLoop(account.values, account.targets);
    }, 5);
    return [ours, quantile(bare, 0.5)];
  };
  for (const [what, work] of Object.entries(WORK)) {
    const said: string[] = [];
    for (const one of others ? [others, call] : [call]) {
      let last = 0;
      const cells = [1000, 10_000, 100_000].map((rows) => {
        if (last > PATIENCE / 10) return "not asked";
        const [ours, bare] = times(one, work, drawn(rows));
        last = ours;
        return `${(ours / bare).toPrecision(3)} × (${ours.toPrecision(3)} ms)`;
      });
      said.push(`${one === call ? "now" : "before"}: ${cells.join(" | ")}`);
    }
    console.log(`${what}  ${said.join("  ")}`);
  }
}
