import { headingOf, type Heading } from "../headings";
import type { Known } from "../table";

/** What a column of a table of holdings can hold. */
export type HoldingColumn =
  | "account number"
  | "account"
  | "account type"
  | "ticker"
  | "fund"
  | "asset class"
  | "shares"
  | "price"
  | "value"
  | "cost basis"
  | "cost per share"
  | "acquired"
  | "trade date"
  | "expense ratio"
  | "cash flow"
  | "withdrawal"
  | "lock"
  | "band"
  | "same as"
  | "counts as"
  | "target"
  // What looks like one of these and is none: what each fund is of the total today, and where new money goes.
  | "weight"
  | "election"
  | "date"
  | "action";

/** Names of one kind, by their words (see `Heading`). `unit` is the only unit that such a column may be counted in. */
interface Names {
  readonly kind: HoldingColumn;
  readonly rank: number;
  readonly says: RegExp;
  readonly unit?: "%" | "$" | "none";
}

/**
 * The one list of what people and brokers call the columns of holdings, in the order in which they are tried: cash flow
 * and cost come before value, elections and weights before targets.
 */
const NAMES: readonly Names[] = [
  ...named("account number", "none", [/^(account|plan)( id)? number$|^account id$/]),
  ...named("account type", "none", [
    /^account (type|kind|registration|category|tax status|tax treatment)$|^tax (status|treatment|type)$|^(registration|wrapper)( type)?$|^(type|kind) account$/,
    // A column of this name holds many things: what its cells say decides.
    /^type$/,
  ]),
  ...named("account", "none", [/^(account|plan|portfolio)( name| nickname| title| description)?$/]),
  ...named("action", "none", [
    /^(transaction|trade|activity|order|trans|tran) (type|description|action)$|^(action|transaction|activity|buy sell|side)$/,
  ]),
  ...named("acquired", "none", [
    /^(purchase|acquired|acquisition|open|opened|opening|buy|bought|lot) date$|^date (acquired|purchased|opened|bought|purchase)$|^(acquired|purchased|bought|opened)( on)?$/,
  ]),
  ...named("trade date", "none", [/^trade date$/]),
  ...named("date", "none", [
    /^(transaction|run|settlement|settle|activity|process|processed|posting|posted|effective|execution|entry) date$/,
    /^date$/,
  ]),
  ...named("ticker", "none", [
    /^((fund|investment|security|holding|stock|trading) )?(ticker|symbol)( symbol| code)?( cusip| isin)?$/,
    /^(fund )?code$/,
  ]),
  ...named("cost per share", "$", [
    /^price paid$|^average (unit |share )*(cost|price|basis)( basis| paid)?( per (share|unit))?$|^unit (cost|basis)( basis)?$|^(purchase|buy|bought|paid|cost|entry) price$|^(average )?(total )?(cost|basis|cost basis) (per )?(share|unit)$|^(share|unit) cost( basis)?$/,
  ]),
  ...named("cost basis", "$", [
    /^total (tax |purchase )?(cost|basis|cost basis)$|^(cost|basis|cost basis) total$/,
    /^((original|adjusted|tax|purchase|acquisition|current|unadjusted) )*(cost|basis|cost basis)( amount)?$/,
    /^(book|purchase|invested) (value|cost|amount)$|^(amount )?invested$/,
  ]),
  ...named("expense ratio", "%", [
    /^((net|gross|total|annual|fund|prospectus) )*(expense ratio|expenses? ratio)$|^(er|ter)$/,
  ]),
  ...named("election", "%", [
    /\belections?\b|^(future|new) (contribution |investment )?(allocation|contribution|investment|mix)$|^contribution (allocation|mix|rate)$|^elected$/,
  ]),
  ...named("cash flow", "$", [
    /^((net|new|next|planned) )*(cash flow|contribution|deposit)( amount)?$|^((cash|amount|money) )?to (be )?invest(ed)?$|^new (money|cash)$/,
  ]),
  ...named("withdrawal", "$", [/^((net|next|planned) )*(withdrawal|to withdraw)( amount)?$/]),
  ...named("lock", "none", [/^(lock|locked|restriction|(trade|trading) (lock|restriction))$/]),
  ...named("band", "%", [/^((own|row|rebalancing|tolerance) )?band$|^tolerance$/]),
  ...named("same as", "none", [/^same as$|^(substantially )?identical( to)?$/]),
  ...named("counts as", "%", [/^counts? as$|^tax adjustment$|^after[- ]tax (share|part)$/]),
  ...named("asset class", "none", [
    /^asset class$/,
    /^class$/,
    /^((asset|security|investment|product|fund|holding|instrument|morningstar) )?(category|sub class|group)$|^(asset|security|investment|product|fund|holding|instrument)( class)? type$|^(investment|fund|security) class$|^asset sub ?class$/,
  ]),
  ...named("target", "%", [
    /^((new|own|fund|asset|portfolio|allocation|weight|mix|class) )*target( (weight|allocation|mix|portfolio|share))*$/,
    /^((ideal|wanted|desired|goal|want|model|strategic)( (weight|allocation|mix|portfolio))?)$|^(allocation|weight|mix) (goal|model)$/,
  ]),
  ...named("shares", "none", [
    /^((total|current) )*(number )?(share|unit|quantity)( (owned|held|balance|quantity|number))?$/,
  ]),
  ...named("price", "$", [
    /^((last|current|closing|close|market|share|unit|recent|end|ending) )*(price|nav|net asset value)( (per )?(share|unit))?$|^(unit|share) value$/,
  ]),
  ...named("fund", "none", [
    /^((fund|investment|holding|security|asset|position|instrument) )*(fund|investment|holding|security|asset|position|instrument|name)( (option|choice))?( (name|description))?$|^((fund|investment) )?option( name)?$/,
    /^(description|name (fund|investment|security|holding)|investment choice|long name)$/,
  ]),
  ...named("value", "$", [
    valueNames("total|ending|end|closing|close", "(value|balance|amount|worth)"),
    valueNames("market|current", "(value|worth|balance|amount)"),
    valueNames("", "(value|balance|worth)"),
    valueNames("", "amount"),
    valueNames("account|plan|net|portfolio", "(value|balance|amount|worth)"),
    valueNames("vested", "(value|balance|amount)"),
    /^(total )?asset$|^total$/,
  ]),
];

function valueNames(first: string, last: string): RegExp {
  const before =
    "(market|current|total|account|fund|ending|end|closing|position|holding|investment|plan|net|present|asset|vested) ";
  const telling =
    first === "" ? "((fund|position|holding|investment|present|asset) )*" : `(?=.*\\b(${first})\\b)(${before})*`;
  const balance = first === "vested" ? "" : "(?!.*vested)";
  return new RegExp(`^${balance}${telling}${last}( total| current)?$`);
}

function named(kind: HoldingColumn, unit: "%" | "$" | "none", ranks: readonly RegExp[]): readonly Names[] {
  return ranks.map((says, rank) => ({ kind, rank, says, unit }));
}

/** Headings with a sign alone: `$`, `%`. What a column in percent is of what stands in `OF_TOTAL`. */
const OF_TOTAL =
  /^((current|actual|total|account|portfolio|holding|asset|plan|balance|value|market|net|position|investment|household|weight|weighting|allocation|mix|share|worth) ?)+$/;
const WEAK_TARGET = /^((new|fund|asset|investment) )?(mix|allocation)( mix| allocation)?$/;

/** Says what a heading names, by its words and by what it is counted in. Undefined for one that Keel doesn't know. */
export function know(cell: unknown): Known<HoldingColumn> | undefined {
  const heading = headingOf(cell);
  if (heading === undefined) return undefined;
  const whole = knowWords(heading.words, heading);
  const named = heading.parts.flatMap((part) => knowWords(part, heading) ?? []);
  const [first] = named;
  // A ticker and a name both say which fund it is, and the first says what the column has.
  const isFund = first !== undefined && named.every(({ kind }) => FUNDS.has(kind));
  if (isFund && (whole === undefined || FUNDS.has(whole.kind))) return first;
  // `Cost/Share` is a name of its own; `Value/Target` names two kinds, and so neither.
  return whole ?? (named.every(({ kind }) => kind === first?.kind) ? first : undefined);
}

const FUNDS: ReadonlySet<HoldingColumn> = new Set(["fund", "ticker"]);

function knowWords(words: string, { unit }: Heading): Known<HoldingColumn> | undefined {
  if (words === "") {
    if (unit === "$") return { kind: "value", rank: 3 };
    return unit === "%" ? { kind: "target", rank: WEAK } : undefined;
  }
  const found = NAMES.find(({ says, unit: own }) => says.test(words) && (unit === undefined || own === unit));
  if (found) return found;
  if (unit === "%" && /^(management |total |annual )*(fee|expense)$/.test(words))
    return { kind: "expense ratio", rank: 1 };
  if (unit === "%" && /^(after[- ]tax|count as)$/.test(words)) return { kind: "counts as", rank: 1 };
  if (unit === "%" && /\bcontribution$/.test(words)) return { kind: "election", rank: 1 };
  if (unit !== "$" && WEAK_TARGET.test(words)) return { kind: "target", rank: WEAK };
  if (
    (unit === "%" && OF_TOTAL.test(words)) ||
    /^(current |actual |portfolio |account )*(weight|weighting)$/.test(words)
  )
    return { kind: "weight", rank: 0 };
  return /^(current|actual) (allocation|mix|percent)$/.test(words) ? { kind: "weight", rank: 0 } : undefined;
}

/** Columns of these names are targets only if their cells aren't what each fund is of the total. */
export const WEAK = 9;
