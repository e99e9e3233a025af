// A real minus sign is as wide as a plus, so that columns of figures stay in line.
const withMinus = (text: string): string => text.replaceAll("-", "−");

const percentFormat = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });
const percentFormatFixed = new Intl.NumberFormat("en-US", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const pointsFormat = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});
const dollarsFormat = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** Writes a fraction as percent with at most one decimal: 0.6 → `60%`, 0.125 → `12.5%`. */
export function percent(fraction: number): string {
  return withMinus(percentFormat.format(fraction));
}

/** Writes a fraction as percent with exactly one decimal, for columns of figures: 0.6 → `60.0%`. */
export function percentInColumn(fraction: number): string {
  return withMinus(percentFormatFixed.format(fraction));
}

/** Writes a difference of fractions in percentage points with its sign: 0.042 → `+4.2`. */
export function points(fraction: number): string {
  return withMinus(pointsFormat.format(fraction * 100));
}

/** Writes dollars and cents: 1200 → `$1,200.00`. */
export function dollars(amount: number): string {
  return withMinus(dollarsFormat.format(amount));
}

/** Counts things in words: (1, "fund") → `1 fund`, (6, "fund") → `6 funds`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

/** Joins names as a sentence does: `A`, `A and B`, `A, B and C`; more than `most` are counted: `A, B, C and 2 more`. */
export function inWords(names: readonly string[], most = names.length): string {
  const said = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return said.length < 2 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1) ?? ""}`;
}
