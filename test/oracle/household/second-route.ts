import type { Circumstances, Household, Policy } from "../../../src/engine";
import { GaveUp, program, sumOf, type Program, type Sum } from "./linear";
import { keptBack, ledgerOf, ratesOf, type Ledger, type Move, type Values } from "./ledger";

/** What the contract's goals come to at best, and the bound on the net gain; amounts are cents. */
export interface Best {
  readonly values: Values;
  /** Absent where gains are allowed. */
  readonly gainsBound?: number;
}

/** More securities than this that might be sold at a loss and bought are too many to try every way. */
const MOST_BRANCHED = 5;

/** Thrown where there are too many ways to try. */
export class TooMany extends Error {}

/** All money is scaled to this many units, so that the solver's tolerances are the same parts of any household. */
const WHOLE = 1e5;

/** What a later goal may take from an earlier one, in units. */
const SLACK = 1e-6;

/** A household with one choice made for each security: not sold at a loss, or not bought. */
interface Branch {
  readonly program: Program;
}

/**
 * The best values of the contract's goals (household.md, "Goals, in this order"), given what each class should hold
 * (`goals`, counted cents). Written from the contract alone: one linear program a goal and a way to keep the wash-sale
 * rule. Undefined where no plan keeps the hard rules. Without minimum trade and trade unit.
 */
export function secondRoute(
  household: Household,
  policy: Policy,
  now: Circumstances,
  goals: readonly number[],
): Best | undefined {
  const ledger = ledgerOf(household, now);
  const size = ledger.moves.reduce((sum, { most = 0 }) => sum + most, 0);
  const flows = household.accounts.reduce((sum, { cashFlow }) => sum + Math.abs(cashFlow), 0);
  const unit = (size + flows) / WHOLE || 1;
  let branches = waysAroundWashSales(household, ledger).map((isBarred): Branch => {
    const of = program();
    addHardRules(of, household, policy, ledger, goals, isBarred, unit);
    addGaps(of, ledger, goals, unit);
    return { program: of };
  });
  const totals = totalsOf(ledger, policy, goals, unit);
  const best = (sum: Sum): number | undefined => {
    const tried = branches.map((branch) => ({ branch, value: branch.program.least(sum) }));
    const least = Math.min(...tried.map(({ value }) => value ?? Number.POSITIVE_INFINITY));
    if (least === Number.POSITIVE_INFINITY) return undefined;
    branches = tried.flatMap(({ branch, value }) =>
      value !== undefined && value <= least + 10 * SLACK ? [branch] : [],
    );
    for (const branch of branches) branch.program.keep(sum, { most: least + SLACK });
    return least * unit;
  };

  let gainsBound: number | undefined;
  if (policy.gains !== "allowed" && policy.sells !== "none") {
    const allowed = typeof policy.gains === "object" ? policy.gains.upTo : 0;
    const needed = branches.flatMap((branch) => branch.program.least(totals.gain) ?? []);
    if (needed.length === 0) return undefined;
    gainsBound = Math.max(allowed, Math.min(...needed) * unit);
    for (const branch of branches) branch.program.keep(totals.gain, { most: gainsBound / unit + SLACK / 10 });
  }
  const off = best(totals.off);
  if (off === undefined) return undefined;
  const tax = valueOf(best(totals.tax));
  const ratios = evenness();
  const last = { location: 0, expense: 0 };
  const place = (): void => {
    last.location = valueOf(best(totals.location));
    if (ledger.hasExpenses) last.expense = valueOf(best(totals.expense));
  };
  if (policy.relocate) place();
  // Funds without an expense ratio count as the mean of those known, which leaves the later goals open here.
  const isOpen = policy.relocate && !ledger.hasExpenses;
  const money = isOpen ? Number.NaN : valueOf(best(totals.money));
  const gain = isOpen ? Number.NaN : valueOf(best(totals.gain));
  if (!policy.relocate) place();
  return { values: { off, tax, ratios, money, gain, ...last }, ...(gainsBound !== undefined && { gainsBound }) };

  function evenness(): number[] {
    const tried = branches.map((branch) => ({ branch, ratios: mostEven(branch.program, goals, unit) }));
    let left = tried;
    const least: number[] = [];
    for (const at of (tried[0] as (typeof tried)[number]).ratios.keys()) {
      const value = Math.min(...left.map((each) => each.ratios[at] as number));
      least.push(value);
      left = left.filter((each) => (each.ratios[at] as number) <= value + 1e-7);
    }
    branches = left.map(({ branch }) => branch);
    return least;
  }
}

/** Each way to choose, for every security with a lot that could be sold at a loss, between no such sale and no buy. */
function waysAroundWashSales(household: Household, ledger: Ledger): readonly ((move: Move) => boolean)[] {
  const security = ({ position }: Move): number => (household.positions[position] as { security: number }).security;
  const isLoss = ({ short, long }: Move): boolean => short + long < 0;
  const isOut = (move: Move): boolean => isLoss(move) && ledger.barred.has(move.row as number);
  const mayLose = ledger.moves.filter((move) => isLoss(move) && !isOut(move) && maySell(household, move));
  const both = [...new Set(mayLose.map(security))].filter((each) =>
    ledger.moves.some((move) => move.row === undefined && !move.isCash && security(move) === each),
  );
  if (both.length > MOST_BRANCHED) throw new TooMany(`${both.length} securities`);
  return Array.from({ length: 2 ** both.length }, (_, choice) => {
    const keeps = new Set(both.filter((_each, place) => (choice >> place) % 2 === 1));
    return (move: Move) =>
      isOut(move) ||
      (both.includes(security(move)) &&
        !move.isCash &&
        (keeps.has(security(move)) ? isLoss(move) : move.row === undefined));
  });
}

function maySell({ positions }: Household, { position, row }: Move): boolean {
  const { isLeftAlone, lots } = positions[position] as Household["positions"][number];
  return !isLeftAlone && lots.some((lot) => lot.row === row && lot.maySell);
}

function addHardRules(
  of: Program,
  household: Household,
  policy: Policy,
  ledger: Ledger,
  goals: readonly number[],
  isBarred: (move: Move) => boolean,
  unit: number,
): void {
  const { accounts, positions } = household;
  const isWanted = ({ parts }: Move): boolean => parts.some((part, place) => part > 0 && (goals[place] as number) > 0);
  const isAllowed = (move: Move): boolean => {
    const { mayBuy, isLeftAlone } = positions[move.position] as Household["positions"][number];
    if (isLeftAlone) return false;
    if (move.row === undefined) return mayBuy;
    return maySell(household, move) && (policy.sells !== "none" || move.isCash);
  };
  const isOpen = (move: Move): boolean => isAllowed(move) && !isBarred(move);
  for (const [account, { cashFlow }] of accounts.entries()) {
    const own = ledger.moves.filter((move) => move.account === account);
    const owed = new Map(
      own.flatMap(({ position, isCash }) => {
        const { lots } = positions[position] as Household["positions"][number];
        const debt = lots.reduce((sum, { value }) => sum - Math.min(0, value), 0);
        return isCash && debt > 0 ? [[position, debt] as const] : [];
      }),
    );
    const debts = [...owed.values()].reduce((sum, debt) => sum + debt, 0);
    const incoming = cashFlow - keptBack(policy, ledger.totals[account] as number, cashFlow);
    // A choice between a sale at a loss and a buy is no reason to say that money can go nowhere else.
    const isStuck = !own.some((move) => move.row === undefined && isAllowed(move) && isWanted(move));
    const terms: [string, number][] = [];
    const stuck: [string, number][] = [];
    for (const move of own) {
      const debt = move.row === undefined ? owed.get(move.position) : undefined;
      const open = isOpen(move);
      const isBuy = move.row === undefined;
      if (debt !== undefined) {
        // Owed cash is brought to 0; more only where cash is wanted, or where money can go nowhere else.
        const isBound = !(open && (isWanted(move) || isStuck));
        of.keep(sumOf([[move.name, 1]]), { least: debt / unit, ...(isBound && { most: debt / unit }) });
        if (!isBound && !isWanted(move)) stuck.push([move.name, 1]);
      } else if (!open || (isBuy && !isWanted(move) && !isStuck)) {
        of.keep(sumOf([[move.name, 1]]), { most: 0 });
        continue;
      } else if (isBuy && !isWanted(move)) stuck.push([move.name, 1]);
      else if (move.most !== undefined) of.keep(sumOf([[move.name, 1]]), { most: move.most / unit });
      terms.push([move.name, isBuy ? 1 : -1]);
    }
    const repaid = stuck.some(([name]) => own.some((move) => move.name === name && owed.has(move.position)))
      ? debts
      : 0;
    if (stuck.length > 0) of.keep(sumOf(stuck), { most: (Math.max(0, incoming - debts) + repaid) / unit });
    of.keep(sumOf(terms), { least: incoming / unit, most: incoming / unit });
  }
}

const over = (place: number): string => `over ${place}`;
const under = (place: number): string => `under ${place}`;

/** after − goal = over − under, class by class. */
function addGaps(of: Program, { moves, before }: Ledger, goals: readonly number[], unit: number): void {
  for (const [place, goal] of goals.entries()) {
    const gap = (goal - (before[place] as number)) / unit;
    of.keep(
      sumOf([
        ...moves.map(({ name, parts }) => [name, parts[place] as number] as const),
        [over(place), -1],
        [under(place), 1],
      ]),
      { least: gap, most: gap },
    );
  }
  for (const kind of ["short", "long"] as const)
    of.keep(sumOf([...moves.map((move) => [move.name, move[kind]] as const), [kind, -1]]), { most: 0 });
}

type Totals = Readonly<Record<"off" | "tax" | "money" | "gain" | "location" | "expense", Sum>>;

function totalsOf({ moves, unlistedBefore }: Ledger, policy: Policy, goals: readonly number[], unit: number): Totals {
  const rates = ratesOf(policy);
  const each = (of: (move: Move) => number): Sum => sumOf(moves.map((move) => [move.name, of(move)]));
  return {
    off: sumOf(
      [
        ...goals.flatMap((_, place) => [[over(place), 1] as const, [under(place), 1] as const]),
        ...moves.map(({ name, unlisted }) => [name, unlisted] as const),
      ],
      unlistedBefore / unit,
    ),
    tax: sumOf([
      ["short", rates.short],
      ["long", rates.long],
    ]),
    money: each(({ isCash }) => Number(!isCash)),
    gain: each(({ short, long }) => short + long),
    location: each(({ points }) => -points),
    expense: each(({ expense }) => expense),
  };
}

/** The largest gap as a part of its goal made least, then the second largest, and so on; they are kept from then on. */
function mostEven(of: Program, goals: readonly number[], unit: number): number[] {
  const free = new Set(goals.flatMap((goal, place) => (goal > 0 ? [place] : [])));
  const gap = (place: number): (readonly [string, number])[] => [
    [over(place), 1],
    [under(place), 1],
  ];
  const reach = (place: number, ratio: number): number => (ratio * (goals[place] as number)) / unit;
  const ratios: number[] = [];
  for (let round = 0; free.size > 0; round++) {
    const most = `most ${round}`;
    // In money, as everything else, because solutions are rounded to the solver's tolerance.
    const largest = Math.max(...[...free].map((place) => reach(place, 1)));
    for (const place of free) of.keep(sumOf([...gap(place), [most, -reach(place, 1) / largest]]), { most: 0 });
    const least = Math.max(0, valueOf(of.least(sumOf([[most, 1]])))) / largest;
    for (const place of free) of.keep(sumOf(gap(place)), { most: reach(place, least) + SLACK });
    const bound = [...free].filter((place) => {
      const most = reach(place, least);
      return most <= 10 * SLACK || valueOf(of.least(sumOf(gap(place)))) >= most - 10 * SLACK;
    });
    for (const place of bound.length > 0 ? bound : [...free]) {
      free.delete(place);
      ratios.push(least);
    }
  }
  return ratios;
}

/** What was least once is found again, within the slack. */
function valueOf(least: number | undefined): number {
  if (least === undefined) throw new GaveUp("lost its solution");
  return least;
}
