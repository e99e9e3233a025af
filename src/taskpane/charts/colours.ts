/** A Fluent colour, and what to use where no Fluent theme surrounds the chart, on a sheet. */
export function colour(token: string, otherwise: string): string {
  return token.replace(/\)$/, `, ${otherwise})`);
}

/** In forced colours the browser leaves drawings alone, so they take the system's colours there. */
export const forced = "@media (forced-colors: active)";
