import type { Circumstances, Household, Policy } from "../../../src/engine";
import { larger, ONE, Rational, smaller, sum, ZERO } from "../rational";
import { keptBack, ledgerOf, ratesOf, type Ledger, type Move, type Values } from "./ledger";
import { Program, type Open, type Sum } from "./linear";

/** What the contract's goals come to at best, and the bound on the net gain; amounts are cents. */
export interface Best {
  readonly values: Values;
  /** Absent where gains are allowed. */
  readonly gainsBound?: Rational;
}

/** More securities than this that might be sold at a loss and bought are too many to try every way. */
const MOST_BRANCHED = 5;

/** Thrown where there are too many ways to try. */
export class TooMany extends Error {}

/**
 * The best values of the contract's goals (household.md, "Goals, in this order"), given what each class should hold
 * (`goals`, counted cents). Written from the contract alone: for each way to keep the wash-sale rule one linear program,
 * whose answers each goal narrows to those that are best by it, all in exact fractions. Undefined where no plan keeps the
 * hard rules. Without minimum trade and trade unit.
 */
export function secondRoute(
  household: Household,
  policy: Policy,
  now: Circumstances,
  goals: readonly Rational[],
): Best | undefined {
  const ledger = ledgerOf(household, now);
  const barred = waysAroundWashSales(household, ledger);
  // Money that has no place whichever way wash sales are kept clear of can go nowhere else.
  const bestWhere = (isShut: boolean): Best | undefined =>
    bestOfWays(
      ledger,
      policy,
      goals,
      barred.map((isBarred) => rulesOf(household, policy, ledger, goals, isBarred, isShut)),
    );
  return bestWhere(false) ?? bestWhere(true);
}

function bestOfWays(
  ledger: Ledger,
  policy: Policy,
  goals: readonly Rational[],
  ways: readonly Rules[],
): Best | undefined {
  let gainsBound: Rational | undefined;
  if (policy.gains !== "allowed" && policy.sells !== "none") {
    gainsBound = Rational.of(typeof policy.gains === "object" ? policy.gains.upTo : 0);
    const mustSell = ways.some(({ accounts }) => accounts.some(({ toPlace }) => toPlace < 0));
    const needed = mustSell
      ? ways.flatMap((rules) => programOf(ledger, goals, rules).open()?.least(totalOf(ledger, gainOf)) ?? [])
      : [ZERO];
    const [first, ...rest] = needed;
    if (first === undefined) return undefined;
    gainsBound = larger(gainsBound, rest.reduce(smaller, first));
  }
  let branches = ways.flatMap((rules) => {
    const open = programOf(ledger, goals, rules, gainsBound).open();
    return open ? [{ open, rules }] : [];
  });
  if (branches.length === 0) return undefined;

  /** The least of what all branches come to; only those that reach it are left. */
  const best = (of: (branch: (typeof branches)[number]) => Rational): Rational => {
    const tried = branches.map((branch) => ({ branch, value: of(branch) }));
    const least = tried.map(({ value }) => value).reduce(smaller);
    branches = tried.flatMap(({ branch, value }) => (value.compare(least) === 0 ? [branch] : []));
    return least;
  };
  const bestOf = (of: (move: Move) => Rational): Rational =>
    best(({ open, rules: { repaid } }) => {
      const paid = repaid.map(({ move, debt }) => of(move).times(Rational.of(debt)));
      return open.least(totalOf(ledger, of)).plus(sum(paid));
    });
  const off = best(({ open, rules: { repaid } }) => {
    const gaps = goals.flatMap((_, place) => [[over(place), ONE] as const, [under(place), ONE] as const]);
    const unlisted = repaid.map(({ move, debt }) => move.unlisted.times(Rational.of(debt)));
    return open
      .least([...gaps, ...totalOf(ledger, (move) => move.unlisted)])
      .plus(ledger.unlistedBefore)
      .plus(sum(unlisted));
  });
  const rates = ratesOf(policy);
  const tax = best(({ open }) =>
    open.least([
      ["short", rates.short],
      ["long", rates.long],
    ]),
  );
  const levels = branches.map((branch) => ({ branch, ratios: mostEven(branch.open, goals) }));
  const ratios = goals.flatMap((goal) => (goal.sign() > 0 ? [ZERO] : []));
  for (const place of ratios.keys()) {
    ratios[place] = best((branch) => levels.find((each) => each.branch === branch)?.ratios[place] as Rational);
  }
  const last = { location: ZERO, expense: ZERO };
  const place = (): void => {
    last.location = bestOf(({ points }) => points.negated());
    last.expense = bestOf(({ expense }) => expense);
  };
  if (policy.relocate) place();
  const money = bestOf(({ isCash }) => (isCash ? ZERO : ONE));
  const gain = bestOf(gainOf);
  if (!policy.relocate) place();
  const order = bestOf(({ isCash, rank }) => (isCash ? ZERO : Rational.of(rank)));
  return { values: { off, tax, ratios, money, gain, ...last, order }, ...(gainsBound && { gainsBound }) };
}

/** Each way to choose, for every security with a lot that could be sold at a loss, between no such sale and no buy. */
function waysAroundWashSales(household: Household, ledger: Ledger): readonly ((move: Move) => boolean)[] {
  const security = ({ position }: Move): number => (household.positions[position] as { security: number }).security;
  const isLoss = (move: Move): boolean => gainOf(move).sign() < 0;
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

/** What each account must do, and what it may. */
interface Rules {
  readonly accounts: readonly AccountRules[];
  /** Owed cash, which is brought to 0 whatever else happens. */
  readonly repaid: readonly { readonly move: Move; readonly debt: number }[];
}

interface AccountRules {
  /** Beyond what repays owed cash. */
  readonly open: readonly Move[];
  /** What is bought less what is sold, in cents. */
  readonly toPlace: number;
  /** Purchases of what nobody wants, which may take the account's cash flow and no more. */
  readonly stuck: readonly Move[];
}

function rulesOf(
  household: Household,
  policy: Policy,
  ledger: Ledger,
  goals: readonly Rational[],
  isBarred: (move: Move) => boolean,
  isShut: boolean,
): Rules {
  const { accounts, positions } = household;
  const isWanted = ({ parts }: Move): boolean =>
    parts.some((part, place) => part.sign() > 0 && (goals[place] as Rational).sign() > 0);
  const isAllowed = (move: Move): boolean => {
    const { mayBuy, isLeftAlone } = positions[move.position] as Household["positions"][number];
    if (isLeftAlone) return false;
    if (move.row === undefined) return mayBuy;
    return maySell(household, move) && (policy.sells !== "none" || move.isCash);
  };
  const repaid = ledger.moves.flatMap((move) => {
    const { lots } = positions[move.position] as Household["positions"][number];
    const debt = lots.reduce((all, { value }) => all - Math.min(0, value), 0);
    return move.row === undefined && move.isCash && debt > 0 ? [{ move, debt }] : [];
  });
  return {
    repaid,
    accounts: accounts.map(({ cashFlow }, account): AccountRules => {
      const own = ledger.moves.filter((move) => move.account === account);
      const debts = repaid.reduce((all, { move, debt }) => (move.account === account ? all + debt : all), 0);
      const kept = keptBack(policy, ledger.totals[account] as number, cashFlow);
      // As a rule a choice between a sale at a loss and a buy is no reason to say that money can go nowhere else.
      const isStuck = !own.some(
        (move) => move.row === undefined && isAllowed(move) && isWanted(move) && !(isShut && isBarred(move)),
      );
      const open = own.filter(
        (move) => isAllowed(move) && !isBarred(move) && (move.row !== undefined || isWanted(move) || isStuck),
      );
      return {
        open,
        toPlace: cashFlow - kept - debts,
        stuck: open.filter((move) => move.row === undefined && !isWanted(move)),
      };
    }),
  };
}

function programOf(
  ledger: Ledger,
  goals: readonly Rational[],
  { accounts, repaid }: Rules,
  gainsBound?: Rational,
): Program {
  const program = new Program();
  for (const { name, most } of accounts.flatMap(({ open }) => open)) {
    program.declare(name, most === undefined ? undefined : Rational.of(most));
  }
  for (const place of goals.keys()) for (const name of [over(place), under(place)]) program.declare(name);
  for (const kind of ["short", "long"] as const) program.declare(kind);
  for (const { open, toPlace, stuck } of accounts) {
    program.keepAt(
      open.map(({ name, row }) => [name, row === undefined ? ONE : MINUS_ONE]),
      Rational.of(toPlace),
    );
    if (stuck.length > 0) {
      program.keepBelow(
        stuck.map(({ name }) => [name, ONE]),
        Rational.of(Math.max(0, toPlace)),
      );
    }
  }
  // after − goal = over − under, class by class.
  for (const [place, goal] of goals.entries()) {
    const part = ({ parts }: Move): Rational => parts[place] as Rational;
    const paid = sum(repaid.map(({ move, debt }) => part(move).times(Rational.of(debt))));
    program.keepAt(
      [...totalOf(ledger, part), [over(place), MINUS_ONE], [under(place), ONE]],
      goal.minus(ledger.before[place] as Rational).minus(paid),
    );
  }
  for (const kind of ["short", "long"] as const) {
    program.keepBelow([...totalOf(ledger, (move) => move[kind]), [kind, MINUS_ONE]], ZERO);
  }
  if (gainsBound) program.keepBelow(totalOf(ledger, gainOf), gainsBound);
  return program;
}

const MINUS_ONE = ONE.negated();
const over = (place: number): string => `over ${place}`;
const under = (place: number): string => `under ${place}`;
const gainOf = ({ short, long }: Move): Rational => short.plus(long);

function totalOf({ moves }: Ledger, of: (move: Move) => Rational): Sum {
  return moves.map((move) => [move.name, of(move)]);
}

/** The largest gap as a part of its goal made least, then the second largest, and so on. */
function mostEven(open: Open, goals: readonly Rational[]): readonly Rational[] {
  let free = goals.flatMap((goal, place) => (goal.sign() > 0 ? [place] : []));
  const ratios: Rational[] = [];
  while (free.length > 0) {
    const { least, isTight } = open.leastOfLargest(
      free.map((place) => ({
        sum: [
          [over(place), ONE],
          [under(place), ONE],
        ],
        whole: goals[place] as Rational,
      })),
    );
    const left = least.sign() === 0 ? [] : free.filter((_, part) => !isTight(part));
    for (let place = left.length; place < free.length; place++) ratios.push(least);
    if (left.length === free.length) throw new RangeError("One class at least is as far off as the largest.");
    free = left;
  }
  return ratios;
}
