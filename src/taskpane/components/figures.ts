// A real minus sign is as wide as a plus, so that columns of figures stay in line.
const withMinus = (text: string): string => text.replaceAll("-", "−");

/** How many decimals a percent has at most: half a cent in a thousand dollars is no figure that anybody asks for. */
const MOST_DECIMALS = 3;

/** Says how many decimals a figure needs in percent: one, or below 1 % as many as show two of its digits, such as 0.015. */
function decimalsOf(inPercent: number): number {
  const size = Math.abs(inPercent);
  // Where even the most decimals show 0, so does one.
  if (size >= 1 || size < 0.5 * 10 ** -MOST_DECIMALS) return 1;
  return Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(size)));
}

/** A format for each number of decimals, made when it is first asked for. */
function byDecimals(options: (decimals: number) => Intl.NumberFormatOptions): (figure: number) => string {
  const formats: Intl.NumberFormat[] = [];
  return (inPercent) => {
    const decimals = decimalsOf(inPercent);
    const format = (formats[decimals] ??= new Intl.NumberFormat("en-US", options(decimals)));
    return withMinus(format.format(inPercent));
  };
}

const percentFormat = byDecimals((decimals) => ({ maximumFractionDigits: decimals }));
const percentFormatFixed = byDecimals((decimals) => ({ minimumFractionDigits: 1, maximumFractionDigits: decimals }));
const pointsFormat = byDecimals((decimals) => ({
  minimumFractionDigits: 1,
  maximumFractionDigits: decimals,
  signDisplay: "exceptZero",
}));
const wholeFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const shortDollarsFormat = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
});
const sharesFormat = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4, useGrouping: false });
const dollarsFormat = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** Writes a fraction as percent: 0.6 → `60%`, 0.125 → `12.5%`; below 1 % with two digits: 0.00015 → `0.015%`. */
export function percent(fraction: number): string {
  return `${percentFormat(fraction * 100)}%`;
}

/** Writes a fraction as percent with at least one decimal, for columns of figures: 0.6 → `60.0%`, 0.0002 → `0.02%`. */
export function percentInColumn(fraction: number): string {
  return `${percentFormatFixed(fraction * 100)}%`;
}

/** Writes a range of fractions as percents: (0.4, 0.5) → `40–50%`. */
export function percentRange(lowest: number, highest: number): string {
  return `${percentFormat(lowest * 100)}–${percentFormat(highest * 100)}%`;
}

/** Writes a difference of fractions in percentage points with its sign: 0.042 → `+4.2`, −0.00011 → `−0.011`. */
export function points(fraction: number): string {
  return pointsFormat(fraction * 100);
}

/** Writes a whole number: 5000 → `5,000`. */
export function whole(number: number): string {
  return wholeFormat.format(number);
}

/** Writes dollars and cents: 1200 → `$1,200.00`. */
export function dollars(amount: number): string {
  return withMinus(dollarsFormat.format(amount));
}

/** Writes dollars in two or three digits, where a table has no room for more: 5290 → `$5.3K`, 24700 → `$25K`. */
export function dollarsInShort(amount: number): string {
  return withMinus(shortDollarsFormat.format(amount));
}

/** Writes shares as pages take them: 12.5 → `12.5`, −1200 → `1200`; up to 4 decimals, without sign and commas. */
export function inShares(shares: number): string {
  return sharesFormat.format(Math.abs(shares));
}

/** Counts things in words: (1, "fund") → `1 fund`, (6, "fund") → `6 funds`, (5000, "class") → `5,000 classes`. */
export function count(number: number, thing: string): string {
  return `${whole(number)} ${number === 1 ? thing : `${thing}${thing.endsWith("s") ? "es" : "s"}`}`;
}

/** Joins names as a sentence does: `A`, `A and B`, `A, B and C`; more than `most` are counted: `A, B, C and 2 more`. */
export function inWords(names: readonly string[], most = names.length): string {
  const said = names.length > most ? [...names.slice(0, most), `${whole(names.length - most)} more`] : names;
  return said.length < 2 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1) ?? ""}`;
}
