import { Decimal } from "../decimal";
import { succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { countedHoldings, netCash, type AccountHolding } from "../portfolio/cash";
import { lookThrough } from "../portfolio/look-through";
import { cents, type Usd } from "../units/money";
import { rebalance, type Circumstances, type Reason } from "../rebalance/rebalance";
import type { Account, Household, Position } from "./household";
import { countsAs, moneyByClass, valueOf, type ClassShares } from "./money-in-classes";
import { isNothing, type Need } from "./needs";

/** What each class should hold afterwards. */
export interface ClassGoals {
  /** Counted cents (a class each), and 0 in the last place, which is money in no listed class. */
  readonly goals: readonly Decimal[];
  /** The same before it was rounded to cents, where a class goes to its target: what is left of it must stay in proportion. */
  readonly aims: readonly Decimal[];
  readonly reason: Reason;
  /** Whether the policy leaves all classes as they are, and no account has money to place or to raise. */
  readonly isQuiet: boolean;
}

/**
 * Asks REBALANCE what the classes should hold: of BYCLASS's amounts, with the cash of all accounts, as their money
 * counts. Cash of no listed class, cash that is owed, and money of no listed class are cash there. Minimum trade, trade
 * unit and buffer are the accounts' matter and are left out.
 */
export function classGoals(
  household: Household,
  shares: readonly ClassShares[],
  needs: readonly Need[],
  policy: Policy,
  now: Circumstances,
): Result<ClassGoals> {
  const { classes, positions, accounts, targets, rules } = household;
  const listed = new Map(classes.map((each, place) => [each, place]));
  const countsOf = (account: number): Decimal => countsAs(accounts[account] as Account);
  let cash = needs.reduce((sum, { invested }, account) => sum.plus(countsOf(account).times(invested)), NOTHING);
  const holdings: CountedLot[] = [];
  for (const [index, position] of positions.entries()) {
    const { account, fundClasses, isCash, isLeftAlone } = position;
    if ([...fundClasses.parts.keys()].some((each) => listed.has(each))) {
      const { countsAs: share } = accounts[account] as Account;
      // A fund that is left alone in one account only is no one piece with the others.
      const fund = `${position.fund}${isLeftAlone ? " left alone" : ""}`;
      for (const { value } of position.lots) {
        if (value !== 0) holdings.push({ fund, value, fundClasses, account, isCash, countsAs: share, position: index });
      }
    } else if (!isLeftAlone) cash = cash.plus(countsOf(account).times(valueOf(position)));
  }
  const net = netCash(countedHoldings(holdings));
  const { amounts, leftOut } = lookThrough(net.holdings, classes);
  for (const { amount } of net.owed) cash = cash.minus(amount);
  for (const { holding, amount } of leftOut) {
    if (positions[holding.position]?.isLeftAlone === false) cash = cash.plus(amount);
  }

  const total = cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
  const allocation = { values: Float64Array.from(amounts), total, targets, ...(rules && { rules }) };
  const wanted = rebalance(allocation, cents(cash.round().toNumber()), ofClasses(policy), now);
  if (!wanted.ok) return wanted;
  const { trades, reason } = wanted.value;
  const exact = exactMoney(household, shares, holdings);
  // A class that isn't to move stays exactly where it is, though BYCLASS rounds what mixed funds put into it.
  const goals = trades.map((trade, place) =>
    trade === 0 ? (exact[place] as Decimal) : new Decimal((amounts[place] as Usd) + trade),
  );
  const totalAfter = goals.reduce((sum, goal) => sum.plus(goal), NOTHING).round();
  const aims = goals.map((goal, place) => {
    const target = totalAfter.times(targets.parts[place] as number).dividedBy(targets.whole);
    return target.minus(goal).abs().lessThan(1) ? target : goal;
  });
  const unlisted = exact[classes.length] as Decimal;
  const isQuiet = trades.every((trade) => trade === 0) && unlisted.isZero() && needs.every(isNothing);
  return succeeded({ goals: [...goals, NOTHING], aims: [...aims, NOTHING], reason, isQuiet });
}

const NOTHING = new Decimal(0);

/** Each class's counted money with each account's cash added up, as BYCLASS has it but not rounded to cents. */
function exactMoney(
  household: Household,
  shares: readonly ClassShares[],
  listed: readonly CountedLot[],
): readonly Decimal[] {
  const values = new Map(listed.map(({ position }) => [position, 0]));
  for (const { position, value } of netCash(listed).holdings) {
    values.set(position, (values.get(position) as number) + value);
  }
  return moneyByClass(
    household,
    shares,
    (position) => values.get(position) ?? valueOf(household.positions[position] as Position),
  );
}

interface CountedLot extends AccountHolding {
  readonly position: number;
}

/** The policy without what it says of single accounts' trades. */
function ofClasses(policy: Policy): Policy {
  const rest: { -readonly [Key in keyof Policy]: Policy[Key] } = { ...policy };
  delete rest.minimumTrade;
  delete rest.tradeUnit;
  delete rest.cashBuffer;
  return rest;
}
