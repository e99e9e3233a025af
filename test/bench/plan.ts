import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { solve, type Model } from "yalps";
import { shippedFunctions } from "../functions/shipped";
import { quantile, report } from "./timing";

/** A household of so many accounts and funds, as cells, and the bare program of bringing its classes to their goals. */
interface Drawn {
  readonly holdings: unknown[][];
  readonly targets: unknown[][];
  readonly program: Model;
}

const CLASSES = 8;
const KINDS = ["401(k)", "Roth IRA", "Taxable"];

/** Each fund in one class or in two, worth up to $50,000, a third of the accounts taxable; drawn with a fixed seed. */
function drawn(accounts: number, funds: number): Drawn {
  let state = accounts * 1000 + funds;
  const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const names = Array.from({ length: CLASSES }, (_, index) => `Class ${index + 1}`);
  const weights = names.map(() => 1 + Math.floor(draw() * 9));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const positions = Array.from({ length: accounts * funds }, (_, index) => {
    const account = Math.floor(index / funds);
    const first = index % CLASSES;
    const part = draw() < 0.2 ? 0.6 : 1;
    const value = Math.round(draw() * 5e6) / 100;
    return {
      account,
      parts: names.map((_, each) => (each === first ? part : each === (first + 1) % CLASSES ? 1 - part : 0)),
      value,
      basis: Math.round(value * (0.4 + draw()) * 100) / 100,
    };
  });
  const kind = (account: number): string => KINDS[account % KINDS.length] as string;
  const holdings = [
    ["Account", "Account type", "Fund", ...names, "Value", "Cost basis"],
    ...positions.map(({ account, parts, value, basis }, index) => [
      ...[
        `Account ${account + 1}`,
        kind(account),
        `Fund ${index}`,
        ...parts,
        value,
        kind(account) === "Taxable" ? basis : "",
      ],
    ]),
  ];
  const total = positions.reduce((sum, { value }) => sum + value, 0);
  const constraints: Record<string, { equal: number } | { max: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (let account = 0; account < accounts; account++) constraints[`account ${account}`] = { equal: 0 };
  for (const [each, name] of names.entries()) {
    const held = positions.reduce((sum, { parts, value }) => sum + (parts[each] as number) * value, 0);
    constraints[name] = { equal: (total * (weights[each] as number)) / whole - held };
    variables[`over ${name}`] = { gap: 1, [name]: -1 };
    variables[`under ${name}`] = { gap: 1, [name]: 1 };
  }
  for (const [index, { account, parts, value }] of positions.entries()) {
    const moved = (sign: number): Record<string, number> => ({
      [`account ${account}`]: sign,
      ...Object.fromEntries(
        names.flatMap((name, each) => (parts[each] === 0 ? [] : [[name, sign * (parts[each] as number)]])),
      ),
    });
    variables[`buy ${index}`] = moved(1);
    variables[`sell ${index}`] = { ...moved(-1), [`least ${index}`]: 1 };
    constraints[`least ${index}`] = { max: value };
  }
  const targets = [["Class", "Weight"], ...names.map((name, each) => [name, (weights[each] as number) / whole])];
  return { holdings, targets, program: { direction: "minimize", objective: "gap", constraints, variables } };
}

const POLICY = [["gains up to $5,000; income 22%; gains rate 15%"]];

/**
 * Measures PLAN as the shipped script answers it, with reading and laying out, against one program of the same accounts
 * and funds in a small solver, which looks for the classes' goals and nothing else. The first plan loads the solver.
 */
export async function benchPlan(): Promise<void> {
  const plan = shippedFunctions().get("PLAN");
  if (!plan) throw new Error("functions.js has no PLAN.");
  const took = async (work: () => unknown): Promise<number> => {
    const start = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  const first = drawn(2, 10);
  console.log(
    `The first plan, which loads the solver: ${(await took(() => plan(first.holdings, first.targets, POLICY))).toFixed(0)} ms`,
  );
  for (const [accounts, funds, runs] of [
    [2, 10, 30],
    [6, 40, 15],
    [12, 80, 5],
  ] as const) {
    const { holdings, targets, program } = drawn(accounts, funds);
    const valueAt = (holdings[0] as unknown[]).indexOf("Value");
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = -2; run < runs; run++) {
      // Answers are remembered: each run asks of a cent more.
      const asked = holdings.map((row, index) =>
        index === 1 ? row.map((cell, place) => (place === valueAt ? 10_000 + run / 100 : cell)) : row,
      );
      const time = await took(() => plan(asked, targets, POLICY));
      const peer = await took(() => solve(program));
      if (run < 0) continue;
      ours.push(time);
      theirs.push(peer);
    }
    const sorted = (times: number[]): number[] => times.sort((one, other) => one - other);
    report({
      what: `PLAN, ${accounts} accounts of ${funds} funds`,
      ours: sorted(ours),
      peer: "yalps",
      theirs: sorted(theirs),
    });
    if (quantile(ours, 0.95) > 5000) throw new Error("Excel restarts an add-in that doesn't answer for 5 seconds.");
  }
  await benchMemory(plan);
}

/** How much memory a thousand different plans leave behind: what they remember has its limit, and the solver's models go. */
async function benchMemory(plan: (...args: readonly unknown[]) => unknown): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { holdings, targets } = drawn(2, 10);
  const valueAt = (holdings[0] as unknown[]).indexOf("Value");
  const taken: number[] = [];
  for (let run = 1; run <= 1000; run++) {
    const asked = holdings.map((row, index) =>
      index === 1 ? row.map((cell, place) => (place === valueAt ? 20_000 + run : cell)) : row,
    );
    await plan(asked, targets, POLICY);
    if (run % 500 !== 0 && run !== 100) continue;
    collect();
    const { heapUsed, external } = process.memoryUsage();
    taken.push((heapUsed + external) / 2 ** 20);
  }
  const [early = 0, , late = 0] = taken;
  console.log(
    `Memory after 100, 500 and 1,000 plans: ${taken.map((each) => each.toFixed(1)).join(", ")} MB, ${(late / early).toFixed(2)} times`,
  );
}
