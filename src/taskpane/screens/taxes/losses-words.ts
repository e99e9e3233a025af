import { count, dollars } from "../../components/figures";
import { dayInWords } from "../../standing/day";
import type { LossFound } from "./losses-found";
import type { LossTaken } from "./losses-taken";

/** What there is to take: `2 lots are at a loss, $3,400.00 together; $3,000.00 of it could be taken now.` */
export function lossesHeadline(losses: readonly LossFound[], isTaxable: boolean): string {
  if (!isTaxable) return "There is no tax inside retirement accounts, so no loss to take there.";
  if (losses.length === 0) return "No lot of your taxable accounts is at a loss.";
  const sum = (some: readonly LossFound[]): string => dollars(cents(some, ({ loss }) => loss));
  const clear = losses.filter(({ washedBy }) => washedBy === undefined);
  const all = `${count(losses.length, "lot")} ${losses.length === 1 ? "is" : "are"} at a loss, ${sum(losses)}${losses.length === 1 ? "" : " together"}`;
  return clear.length === losses.length ? `${all}.` : `${all}; ${sum(clear)} of it would be no wash sale.`;
}

/** What the tax saved comes to; undefined where the policy says no rates. */
export function savedWords(losses: readonly LossFound[]): string | undefined {
  const saved = cents(losses, ({ taxSaved }) => taxSaved);
  return saved === 0
    ? undefined
    : `Against gains of the same kind they would save ${dollars(saved)} of tax, by the rates of your policy.`;
}

function cents(losses: readonly LossFound[], of: (loss: LossFound) => number): number {
  return losses.reduce((sum, loss) => sum + Math.round(of(loss) * 100), 0) / 100;
}

/** What was paid when, and what it is worth. */
export function lotWords({ account, acquired, basis, worth, isLongTerm }: LossFound): string {
  const bought = acquired === undefined ? "" : `, bought ${dayInWords(acquired)}`;
  return `${account}${bought}: ${dollars(basis)} paid, worth ${dollars(worth)}. ${isLongTerm ? "Long-term" : "Short-term"}.`;
}

/** Whether selling it now would be a wash sale. */
export function washedWords({ washedBy }: LossFound): string {
  return washedBy === undefined
    ? "No purchase within 30 days before today, as far as the list says."
    : `A wash sale: bought ${dayInWords(washedBy.day)} in ${washedBy.account}.`;
}

/** The rule that decides whether a loss counts. */
export function washRule(buyAgainFrom: number): string {
  return `Sold today, don’t buy it, or what is substantially identical, before ${dayInWords(buyAgainFrom)}: in no account, your spouse’s, your IRA’s and your plan’s included, nor by reinvested dividends (IRC 1091; Rev. Rul. 2008-5).`;
}

/** What a sale's loss comes to: `Sold September 1, 2026 in Brokerage: $400.00 of $1,000.00 counts.` */
export function takenWords({ account, sold, loss, allowed, replaced, openUntil }: LossTaken): string {
  const washed = replaced.map(
    ({ day, account: buyer, disallowed }) =>
      ` ${dollars(disallowed)} is a wash sale, by the purchase of ${dayInWords(day)} in ${buyer} (IRC 1091).`,
  );
  const open = openUntil === undefined ? "" : ` A purchase until ${dayInWords(openUntil)} may still take some.`;
  return `Sold ${dayInWords(sold)} in ${account}: ${dollars(allowed)} of the loss of ${dollars(loss)} counts.${washed.join("")}${open}`;
}
