import { failed, succeeded, type Result } from "../errors";
import { cents, negated, NO_MONEY, type Usd } from "../units/money";
import { MOST_PROVED_TRADES, mostGroups } from "./exchange-groups";
import { firstToFirst } from "./exchange-pairs";

/** A fund, what it holds, and what is to be traded in it (+ buys, − sells). */
export interface FundTrade {
  readonly fund: string;
  readonly value: Usd;
  readonly trade: Usd;
}

/** A direct exchange that the plan does not take, such as from a stable value fund to a money market fund. */
export interface BarredExchange {
  readonly from: string;
  readonly to: string;
}

/** Money that moves from one fund to another. */
export interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly amount: Usd;
  /** `amount` as a share of what the From fund holds before any exchange, a fraction. */
  readonly shareOfFrom: number;
}

export interface Exchanges {
  readonly exchanges: readonly Exchange[];
  /** What the trades add up to: + came out of cash, − went into it. */
  readonly netCash: Usd;
  /** How many amounts had to move, net cash included, and into how many groups that add up to 0 they were split. */
  readonly trades: number;
  readonly groups: number;
  /** Whether it is proved that no fewer exchanges will do. */
  readonly proved: boolean;
}

/**
 * Returns the fewest direct exchanges between funds that carry out the trades, proved up to 16 of them; beyond that, at
 * most one fewer than there are trades. `cash` is the account's cash, held or not: what the trades add up to comes out
 * of it (+) or goes into it (−), together with its own trade. Exchanges are listed group by group (see `mostGroups`),
 * inside a group first seller to first buyer. Fails when a sale is larger than what its fund holds, or when the barred
 * exchanges leave no way; money never takes a way through a third fund, which would be a purchase and a sale there.
 */
export function exchanges(
  funds: readonly FundTrade[],
  cash: FundTrade,
  barred: readonly BarredExchange[],
): Result<Exchanges> {
  const oversold = [...funds, cash].find(({ value, trade }) => negated(trade) > Math.max(0, value));
  if (oversold) {
    const { fund, value, trade } = oversold;
    return failed({ code: "sale above holding", fund, sale: negated(trade), held: cents(Math.max(0, value)) });
  }

  const net = funds.reduce<number>((sum, { trade }) => sum + trade, cash.trade);
  const withNetCash: FundTrade = {
    fund: cash.fund,
    value: cents(Math.max(0, cash.value) + Math.max(0, net)),
    trade: cents(cash.trade - net),
  };
  const traded = [...funds, withNetCash].filter(({ trade }) => trade !== NO_MONEY);
  const proved = traded.length <= MOST_PROVED_TRADES;

  const bars = new Map<string, Set<string>>();
  for (const { from, to } of barred) bars.set(from, (bars.get(from) ?? new Set()).add(to));
  const mayExchange: MayExchangeFunds = (from, to) => bars.get(from.fund)?.has(to.fund) !== true;

  const groups = proved ? provedGroups(traded, mayExchange) : groupsOfMany(traded, mayExchange);
  const moved = groups && exchangesOf(groups, mayExchange);
  if (moved)
    return succeeded({ exchanges: moved, netCash: cents(net), trades: traded.length, groups: groups.length, proved });
  const sells = new Set(traded.filter(({ trade }) => trade < 0).map(({ fund }) => fund));
  const buys = new Set(traded.filter(({ trade }) => trade > 0).map(({ fund }) => fund));
  const inTheWay = barred.filter(({ from, to }) => sells.has(from) && buys.has(to));
  return failed({ code: "exchanges barred", barred: inTheWay });
}

type MayExchangeFunds = (from: FundTrade, to: FundTrade) => boolean;
type Group = readonly FundTrade[];

function provedGroups(traded: Group, mayExchange: MayExchangeFunds): Group[] | undefined {
  return mostGroups(
    traded.map(({ trade }) => trade),
    (from, to) => mayExchange(traded[from] as FundTrade, traded[to] as FundTrade),
  )?.map((rows) => rows.map((row) => traded[row] as FundTrade));
}

/**
 * Groups for more trades than can be proved: first a sale and a purchase of one amount, which never costs an exchange,
 * then the rest, split as above if few enough are left, else as one group. Where that leaves no way round the bars,
 * all trades are one group.
 */
function groupsOfMany(traded: Group, mayExchange: MayExchangeFunds): readonly Group[] {
  const pairs = equalPairs(traded, mayExchange);
  const paired = new Set(pairs.flat());
  const rest = traded.filter((each) => !paired.has(each));
  const restGroups = rest.length <= MOST_PROVED_TRADES ? provedGroups(rest, mayExchange) : [rest];
  if (!restGroups || !exchangesOf(restGroups, mayExchange)) return [traded];
  const rowOf = new Map(traded.map((each, row) => [each, row]));
  // Groups hold their rows in order, but for a pair, whose buyer may stand above its seller.
  const firstRow = (group: Group): number => Math.min(...group.slice(0, 2).map((each) => rowOf.get(each) as number));
  return [...pairs, ...restGroups]
    .filter((group) => group.length > 0)
    .sort((one, other) => firstRow(one) - firstRow(other));
}

/** Each seller in row order with the first buyer of its amount that no seller before has taken. */
function equalPairs(traded: Group, mayExchange: MayExchangeFunds): Group[] {
  // Last row first, so that taking the first buyer out moves no other but those it was barred from.
  const byAmount = new Map<number, FundTrade[]>();
  for (const each of [...traded].reverse()) {
    if (each.trade < 0) continue;
    const equals = byAmount.get(each.trade);
    if (equals) equals.push(each);
    else byAmount.set(each.trade, [each]);
  }
  const pairs: Group[] = [];
  for (const seller of traded) {
    const equals = byAmount.get(negated(seller.trade));
    if (!equals) continue;
    let place = equals.length - 1;
    while (place >= 0 && !mayExchange(seller, equals[place] as FundTrade)) place--;
    if (place >= 0) pairs.push([seller, ...equals.splice(place, 1)]);
  }
  return pairs;
}

/** Carries out each group by itself. Undefined where the bars leave no way in one of them. */
function exchangesOf(groups: readonly Group[], mayExchange: MayExchangeFunds): Exchange[] | undefined {
  const moved: Exchange[] = [];
  for (const group of groups) {
    const sellers = group.filter(({ trade }) => trade < 0);
    const buyers = group.filter(({ trade }) => trade > 0);
    const moves = firstToFirst(
      sellers.map(({ trade }) => negated(trade)),
      buyers.map(({ trade }) => trade),
      (seller, buyer) => mayExchange(sellers[seller] as FundTrade, buyers[buyer] as FundTrade),
    );
    if (!moves) return undefined;
    for (const { seller, buyer, amount } of moves) {
      const from = sellers[seller] as FundTrade;
      const to = buyers[buyer] as FundTrade;
      moved.push({ from: from.fund, to: to.fund, amount: cents(amount), shareOfFrom: amount / from.value });
    }
  }
  return moved;
}
