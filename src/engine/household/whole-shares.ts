import { Decimal, tenTo } from "../decimal";
import { failed, succeeded, type HouseholdProblem, type Result } from "../errors";
import { shares as tradeShares } from "../rebalance/shares";
import { exactDecimalOf } from "../units/exact-decimal";
import { cents, NO_MONEY, type Usd } from "../units/money";
import type { Lot, Position } from "./household";
import type { Standing } from "./limits";
import type { Move } from "./moves";
import type { Need } from "./needs";
import { keepGains } from "./gains-in-shares";
import { NONE, placesOf, priceOf, sharesOf } from "./share-figures";
import type { Rounded } from "./small-trades";

/** A plan of which the rows with a price trade in shares. */
export interface SharesTraded {
  /** Each move in cents: what its shares come to, to the nearest. */
  readonly whole: Float64Array;
  /** The shares of each move that trades in them, above 0. */
  readonly shares: ReadonlyMap<number, Decimal>;
  /** What stays uninvested in each account without a cash row, because its shares don't come out even. */
  readonly left: readonly Usd[];
}

/**
 * Turns a plan in dollars into shares, account by account: its rows with a price trade as SHARES would, towards the
 * values of the dollar plan, with the policy's cost and fee kept back. Sales that a rule bounds are cut to whole shares
 * and fixed before, so that no share more can break it. Rows without a price trade in cents. What is left stays in the
 * account's cash.
 */
export function inWholeShares(standing: Standing, rounded: Rounded): Result<SharesTraded, HouseholdProblem> {
  const { household, needs } = standing;
  const whole = rounded.whole.slice();
  const shares = new Map<number, Decimal>();
  const left = household.accounts.map(() => NO_MONEY);
  const fixed = new Map<number, Decimal>();
  const accounts = [...household.accounts.keys()].map(
    (account) => new AccountInShares(standing, rounded, account, fixed, whole),
  );
  for (const each of accounts) each.fixBoundSales();
  const { gainsBound } = rounded.solved;
  const traded = new Set<number>();
  keepGains(standing, gainsBound, fixed, whole, traded);
  // Those that pay out come first: a share more that one must sell for that leaves less gain to the others.
  const paysOut = (account: number): boolean => (needs[account] as Need).net < (needs[account] as Need).owed;
  const order = [...accounts.keys()].sort((one, other) => Number(paysOut(other)) - Number(paysOut(one)) || one - other);
  for (const account of order) {
    const counts = (accounts[account] as AccountInShares).trade();
    if (!counts.ok) return counts;
    for (const [index, count] of counts.value) {
      const { position } = standing.moves[index] as Move;
      whole[index] = count
        .times(priceOf(household.positions[position] as Position))
        .times(100)
        .round()
        .toNumber();
      if (count.isZero()) shares.delete(index);
      else shares.set(index, count);
    }
    let unspent = unspentOf(standing, needs[account] as Need, account, whole);
    // What shares come to is rounded to the cent, row by row.
    const most = mostBought(standing, account, whole);
    if (unspent < 0 && most !== undefined) {
      whole[most] = (whole[most] as number) + unspent;
      unspent = NO_MONEY;
    }
    left[account] = intoCashRow(standing, account, whole, unspent) ? NO_MONEY : unspent;
    traded.add(account);
    if (paysOut(account)) keepGains(standing, gainsBound, fixed, whole, traded);
  }
  return succeeded({ whole, shares, left });
}

/** One account's rows with a price, and what is decided of them. */
class AccountInShares {
  readonly #standing: Standing;
  readonly #rounded: Rounded;
  readonly #account: number;
  /** Moves of this account that trade in shares. */
  readonly #priced: readonly number[];
  /** Sales of all accounts that are fixed, in shares. */
  readonly #fixed: Map<number, Decimal>;
  readonly #places: number;
  /** Every move in cents as it is planned, and from then on as it is traded. */
  readonly #whole: Float64Array;

  constructor(standing: Standing, rounded: Rounded, account: number, fixed: Map<number, Decimal>, whole: Float64Array) {
    this.#fixed = fixed;
    this.#whole = whole;
    this.#standing = standing;
    this.#rounded = rounded;
    this.#account = account;
    this.#places = placesOf(standing);
    this.#priced = [...standing.moves.entries()].flatMap(([index, move]) =>
      move.account === account && !move.isCash && this.#positionOf(index).price !== undefined ? [index] : [],
    );
  }

  /** Cuts the sales that a rule bounds to whole shares. */
  fixBoundSales(): void {
    for (const index of this.#priced) if (this.#isBound(index)) this.#fixed.set(index, this.#cut(index));
  }

  /** The shares of each priced move. */
  trade(): Result<ReadonlyMap<number, Decimal>, HouseholdProblem> {
    if (this.#priced.every((index) => this.#planned(index) === 0)) {
      this.#buyLess();
      return succeeded(new Map());
    }
    let rows = this.#rows();
    let found = this.#decide(rows);
    if (!found.ok && found.problem.code === "cash not raised") {
      // What the plan sells doesn't come out even: less is bought of what trades in cents, and where money must be paid
      // out, a share more is sold of what costs least.
      for (const { sale } of rows) if (sale !== undefined) this.#fixed.set(sale, this.#cut(sale));
      this.#buyLess();
      this.#raiseByFixed();
      rows = this.#rows();
      found = this.#decide(rows);
    }
    if (!found.ok) {
      const { problem } = found;
      const row = "row" in problem ? rows[problem.row] : undefined;
      return row ? failed({ ...problem, row: (row.position.lots[0] as Lot).row } as typeof problem) : found;
    }
    const counts = new Map(this.#priced.map((index) => [index, this.#fixed.get(index) ?? NONE]));
    for (const [row, { purchase, sale }] of rows.entries()) {
      const count = new Decimal(found.value.trades[row] as number);
      const index = count.isNegative() ? sale : purchase;
      if (index !== undefined && !count.isZero()) counts.set(index, count.abs());
    }
    return succeeded(counts);
  }

  #decide(rows: readonly ShareRow[]): ReturnType<typeof tradeShares> {
    const { policy } = this.#standing;
    return tradeShares({
      held: rows.map(({ held }) => exactDecimalOf(held)),
      prices: rows.map(({ position }) => exactDecimalOf(priceOf(position))),
      wanted: rows.map(({ position, held, planned }) =>
        exactDecimalOf(Decimal.max(0, held.times(priceOf(position)).plus(new Decimal(planned).dividedBy(100)))),
      ),
      cash: this.#cash(),
      step: this.#places === 0 ? 1 : 0.0001,
      sells: policy.sells !== "none",
      unsold: new Set([...rows.keys()].filter((row) => rows[row]?.sale === undefined)),
      buys: rows.map(({ purchase }) => purchase !== undefined),
      fee: policy.fee ?? NO_MONEY,
      cost: policy.cost ?? new Decimal(0),
    });
  }

  /**
   * The rows that SHARES decides: each position as one, but in a taxable account each lot that the plan sells, and for
   * purchases only what the plan doesn't sell.
   */
  #rows(): readonly ShareRow[] {
    const { solved } = this.#rounded;
    const rows: ShareRow[] = [];
    for (const index of this.#priced) {
      const { isBuy, position: at, gain } = this.#moveAt(index);
      const position = this.#positionOf(index);
      if (!isBuy) {
        if (gain === undefined || this.#fixed.has(index) || this.#planned(index) === 0) continue;
        rows.push({ position, held: this.#heldBy(index), planned: -this.#planned(index), sale: index });
        continue;
      }
      const sales = this.#priced.filter((other) => !this.#moveAt(other).isBuy && this.#moveAt(other).position === at);
      const isSold = sales.some(
        (sale) => this.#fixed.has(sale) || (this.#planned(sale) > 0 && this.#moveAt(sale).gain),
      );
      if (isSold) continue;
      const sale = sales.find(
        (other) => this.#moveAt(other).gain === undefined && (solved.limits.most[other] as number) > 0,
      );
      const mayBuy = (solved.limits.most[index] as number) > 0 && !this.#isSoldAtLoss(position.security);
      if (!mayBuy && sale === undefined) continue;
      const planned = this.#planned(index) - (sale === undefined ? 0 : this.#planned(sale));
      const held = sharesOf(position, position.lots);
      rows.push({ position, held, planned, ...(mayBuy && { purchase: index }), ...(sale !== undefined && { sale }) });
    }
    return rows;
  }

  /** Whether a sale is bound by the gains rule, by a lock on some of its rows, or by a wash sale. */
  #isBound(index: number): boolean {
    const { isBuy, gain, position } = this.#moveAt(index);
    if (isBuy || this.#planned(index) === 0) return false;
    if (gain) return Number.isFinite(this.#rounded.solved.gainsBound) || gain.share.isNegative();
    return (this.#standing.household.positions[position] as Position).lots.some(
      ({ maySell, value }) => value > 0 && !maySell,
    );
  }

  /** Whether the plan sells a security at a loss anywhere: then no share of it is bought. */
  #isSoldAtLoss(security: number): boolean {
    const { moves, household } = this.#standing;
    return moves.some(
      ({ gain, position }, index) =>
        gain?.share.isNegative() === true &&
        ((this.#rounded.whole[index] as number) > 0 || this.#fixed.get(index)?.greaterThan(0) === true) &&
        household.positions[position]?.security === security,
    );
  }

  /** Whether a sale is at a loss of a security that the plan buys anywhere. */
  #isWashed(index: number): boolean {
    if (this.#moveAt(index).gain?.share.isNegative() !== true) return false;
    const { security } = this.#positionOf(index);
    return [...this.#standing.moves.entries()].some(
      ([other, { isBuy, isCash }]) =>
        isBuy && !isCash && this.#planned(other) > 0 && this.#positionOf(other).security === security,
    );
  }

  /** Buys less of what trades in cents, cash first, then the largest purchase, by what shares can't pay for. */
  #buyLess(): void {
    const bought = [...this.#standing.moves.entries()]
      .filter(([index, { account, isBuy, held }]) => {
        return account === this.#account && isBuy && !this.#priced.includes(index) && this.#planned(index) > held;
      })
      .sort(([one, { isCash }], [other, { isCash: isOtherCash }]) => {
        return Number(isOtherCash) - Number(isCash) || this.#planned(other) - this.#planned(one) || one - other;
      });
    // Cash that is owed is brought to 0 all the same.
    for (const [index, { held }] of bought) {
      const less = Math.min(this.#planned(index) - held, Math.max(0, 0 - this.#cash()));
      this.#whole[index] = this.#planned(index) - less;
    }
  }

  /** Where fixed sales must raise what the account pays out, a share more of each is sold, the least gain first. */
  #raiseByFixed(): void {
    if (this.#cash() >= 0) return;
    const { limits } = this.#rounded.solved;
    const { cost = NONE, fee = NO_MONEY } = this.#standing.policy;
    const bought = new Set(this.#priced.filter((index) => this.#moveAt(index).isBuy && this.#planned(index) > 0));
    const sales = this.#priced.filter((index) => {
      const { isBuy, position } = this.#moveAt(index);
      if (isBuy || (limits.most[index] as number) === 0 || this.#isWashed(index)) return false;
      return ![...bought].some((purchase) => this.#moveAt(purchase).position === position);
    });
    const gainOf = (index: number): Decimal => this.#moveAt(index).gain?.share ?? NONE;
    const step = tenTo(-this.#places);
    for (const index of sales.sort((one, other) => gainOf(one).comparedTo(gainOf(other)) || one - other)) {
      const missing = this.#exactCash().negated();
      if (!missing.isPositive() || missing.isZero()) return;
      const now = this.#fixed.get(index) ?? NONE;
      const perStep = step
        .times(priceOf(this.#positionOf(index)))
        .times(100)
        .times(new Decimal(1).minus(cost));
      if (!perStep.isPositive()) continue;
      const steps = missing
        .plus(now.isZero() ? fee : NO_MONEY)
        .dividedBy(perStep)
        .ceil();
      const all = this.#heldBy(index).toDecimalPlaces(this.#places, Decimal.ROUND_DOWN);
      this.#fixed.set(index, Decimal.max(now, Decimal.min(all, now.plus(steps.times(step)))));
    }
  }

  /** What the rows of SHARES are to place, or to raise: what the plan gives them, after fixed sales. */
  #cash(): Usd {
    return cents(this.#exactCash().floor().toNumber());
  }

  #exactCash(): Decimal {
    const { needs, moves } = this.#standing;
    let cash = new Decimal((needs[this.#account] as Need).net);
    for (const [index, { account, isBuy }] of moves.entries()) {
      if (account !== this.#account) continue;
      const fixed = this.#fixed.get(index);
      if (fixed) cash = cash.plus(this.#proceeds(index, fixed));
      else if (!this.#priced.includes(index)) cash = cash.minus((isBuy ? 1 : -1) * this.#planned(index));
    }
    return cash;
  }

  /** What a fixed sale brings in, in cents, its costs taken off. */
  #proceeds(index: number, shares: Decimal): Decimal {
    if (shares.isZero()) return NONE;
    const { cost = NONE, fee = NO_MONEY } = this.#standing.policy;
    const money = shares.times(priceOf(this.#positionOf(index))).times(100);
    return money.minus(money.times(cost)).minus(fee);
  }

  /** A sale's shares, cut. */
  #cut(index: number): Decimal {
    const shares = new Decimal(this.#planned(index)).dividedBy(100).dividedBy(priceOf(this.#positionOf(index)));
    return Decimal.min(shares, this.#heldBy(index)).toDecimalPlaces(this.#places, Decimal.ROUND_DOWN);
  }

  #heldBy(index: number): Decimal {
    const { lots, position } = this.#moveAt(index);
    const at = this.#standing.household.positions[position] as Position;
    return sharesOf(
      at,
      lots.map((place) => at.lots[place] as Lot).filter(({ maySell }) => maySell),
    );
  }

  #planned(index: number): number {
    return this.#whole[index] as number;
  }

  #moveAt(index: number): Move {
    return this.#standing.moves[index] as Move;
  }

  #positionOf(index: number): Position {
    return this.#standing.household.positions[this.#moveAt(index).position] as Position;
  }
}

interface ShareRow {
  readonly position: Position;
  readonly held: Decimal;
  /** What the plan does with it, in cents: + buys. */
  readonly planned: number;
  readonly purchase?: number;
  readonly sale?: number;
}

/** What an account's trades leave of what it was to place. */
function unspentOf({ moves }: Standing, { net }: Need, account: number, whole: Float64Array): Usd {
  let spent = 0;
  for (const [index, { account: of, isBuy }] of moves.entries()) {
    if (of === account) spent += (isBuy ? 1 : -1) * (whole[index] as number);
  }
  return cents(net - spent);
}

/** The largest purchase of an account. */
function mostBought({ moves }: Standing, account: number, whole: Float64Array): number | undefined {
  let most: number | undefined;
  for (const [index, { account: of, isBuy, isCash }] of moves.entries()) {
    if (of !== account || !isBuy || isCash || whole[index] === 0) continue;
    if (most === undefined || (whole[index] as number) > (whole[most] as number)) most = index;
  }
  return most;
}

/** Puts what is left into the account's first cash row that owes nothing, if it has one. */
function intoCashRow({ moves }: Standing, account: number, whole: Float64Array, left: Usd): boolean {
  const purchase = moves.findIndex((move) => move.account === account && move.isCash && move.isBuy && move.held === 0);
  if (purchase < 0) return false;
  const { position } = moves[purchase] as Move;
  const sale = moves.findIndex((move) => move.position === position && !move.isBuy);
  const net = (whole[purchase] as number) - (sale < 0 ? 0 : (whole[sale] as number)) + left;
  whole[purchase] = Math.max(0, net);
  if (sale >= 0) whole[sale] = Math.max(0, -net);
  return true;
}
