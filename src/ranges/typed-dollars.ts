/**
 * Reads an amount of dollars that somebody typed into a field: `1200`, `$1,200.50`, `-500`, `(500)`; blank is 0.
 * Undefined if it is not an amount in whole cents below $90 trillion.
 */
export function typedDollars(text: string): number | undefined {
  const bare = text.normalize("NFKC").replace(/[\s$]/g, "").replaceAll("−", "-");
  if (bare === "") return 0;
  const parts = /^(-|\+)?(\()?(\d{1,3}(?:,\d{3})+|\d*)(\.\d{0,2})?(\))?$/.exec(bare);
  if (!parts) return undefined;
  const [, sign, open, whole = "", decimals = "", close] = parts;
  if ((open === undefined) !== (close === undefined) || (sign !== undefined && open !== undefined)) return undefined;
  if (whole === "" && decimals.length < 2) return undefined;
  const amount = Number(`${whole.replaceAll(",", "") || "0"}${decimals === "." ? "" : decimals}`);
  if (amount > 90e12) return undefined;
  return amount !== 0 && (sign === "-" || open !== undefined) ? -amount : amount;
}
