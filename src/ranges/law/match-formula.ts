import {
  centsFromDollars,
  Decimal,
  LARGEST_TOTAL,
  succeeded,
  type MatchFormula,
  type MatchTier,
  type Usd,
} from "../../engine";
import { parseNumber, tidyText } from "../numbers";
import { failed, type Read } from "../problem";
import { refusedByLaw } from "../wording/law-problems";
import { readChosen } from "../scalar";

const ARGUMENT = "Formula";

/** `100%`, `dollar for dollar`, `50 cents on the dollar`. */
const RATE = String.raw`(?<percent>\d+(?:\.\d+)?) ?%|(?<whole>dollar[- ]for[- ]dollar)|(?<cents>\d+) ?(?:cents?|¢) (?:on|for|per) (?:the |every |each |a )?dollar`;

/** What stands between the rate and the share of pay; `up to` counts from the first percent of pay. */
const BETWEEN = String.raw`(?: match(?:ed|es)?)?(?: on)? (?<from>of the first|of the next|of next|of first|of|the first|the next|up to|to)`;

const TIER = new RegExp(
  String.raw`^(?:${RATE})${BETWEEN} (?<share>\d+(?:\.\d+)?) ?%(?: of (?:your |the )?(?:pay|salary|compensation|wages))?$`,
);

const MOST = /^(?:max(?:imum)?|cap|capped at|at most|up to|not more than|limit)(?: of)? (?<amount>\$.+|\d.*)$/;

/** Rates and shares above these are percents typed as something else. */
const MOST_RATE = 1000;

/**
 * Reads a formula for a match as people write it: tiers one after the other, each a percent of a percent of pay, and
 * maybe the most in a year. `of` counts from where the tier before ended, `up to` from the first percent of pay.
 */
export function readMatchFormula(given: unknown): Read<MatchFormula> {
  const chosen = readChosen(ARGUMENT, given);
  if (!chosen.ok) return chosen;
  if (chosen.value === undefined) return failed({ code: "missing argument", argument: ARGUMENT, wanted: "match" });
  const tiers: MatchTier[] = [];
  let most: Usd | undefined;
  for (const clause of clausesOf(chosen.value)) {
    const amount = MOST.exec(clause)?.groups?.["amount"];
    if (amount !== undefined && !amount.includes("%")) {
      const number = parseNumber(amount);
      const isAmount = typeof number === "number" && number > 0 && number * 100 <= LARGEST_TOTAL;
      if (!isAmount || most !== undefined) return refusedByLaw({ code: "unknown match", found: clause });
      most = centsFromDollars(number);
      continue;
    }
    const tier = tierIn(clause, tiers.at(-1)?.end ?? new Decimal(0));
    if (!tier.ok) return tier;
    tiers.push(tier.value);
  }
  if (tiers.length === 0) return refusedByLaw({ code: "unknown match", found: chosen.value });
  return succeeded(most === undefined ? { tiers } : { tiers, most });
}

/** Clauses between semicolons, line breaks, commas with a space, plus signs and the words `then` and `and`. */
function clausesOf(text: string): readonly string[] {
  return text
    .replaceAll("%,", "%;")
    .split(/[;\n+]|,(?!\d{3})/)
    .flatMap((part) =>
      tidyText(part)
        .toLowerCase()
        .split(/(?:^| )(?:and then|then|and|plus)(?: |$)/),
    )
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function tierIn(clause: string, before: Decimal): Read<MatchTier> {
  const { percent, whole, cents = "0", from = "", share } = TIER.exec(clause)?.groups ?? {};
  if (share === undefined) return refusedByLaw({ code: "unknown match", found: clause });
  const rate = whole === undefined ? new Decimal(percent ?? cents) : new Decimal(100);
  const width = new Decimal(share).dividedBy(100);
  const end = /to$/.test(from) ? width : before.plus(width);
  if (rate.isZero() || rate.greaterThan(MOST_RATE) || !end.greaterThan(before) || end.greaterThan(1)) {
    return refusedByLaw({ code: "match out of order", found: clause, before: before.times(100).toNumber() });
  }
  return succeeded({ rate: rate.dividedBy(100), end });
}
