import { checkup, rebalance, weights } from "../../operations";
import { readValues } from "../../ranges";
import type { ListStanding } from "./assess";
import { columnOf, type Decisions, type ReadyList } from "../../lists";
import { daySerial } from "./day";

/** How one fund's weight would move, as fractions of the total. */
export interface Move {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly target: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Says how each fund's weight moves if the trades of a day are made. Without trades, or without money, nothing moves. */
export function movesOf(
  list: ReadyList,
  { cash, policy }: Decisions,
  { funds }: ListStanding,
  today = daySerial(new Date()),
): readonly Move[] {
  const values = columnOf(list, list.columns.value);
  const targets = columnOf(list, list.columns.target);
  const now = readValues(values);
  const trades = rebalance(values, targets, [[cash]], policy, [[today]]);
  // In cents: a sum of dollars would not be whole cents.
  const afterwards =
    now.ok && trades.ok
      ? weights(
          Array.from(now.value.values, (cents, row) => {
            const trade = trades.cells[row]?.[0];
            return [(cents + Math.round((typeof trade === "number" ? trade : 0) * 100)) / 100];
          }),
        )
      : undefined;
  return funds.map(({ row, name, weight, target, lowest, highest }) => {
    const after = afterwards?.ok ? afterwards.cells[row]?.[0] : undefined;
    return { name, before: weight, after: typeof after === "number" ? after : weight, target, lowest, highest };
  });
}

/** What a checkup says of acting today: what it would cost, and the pitfalls that apply. Empty if it can't say. */
export function prospects(
  list: ReadyList,
  { policy }: Decisions,
  today = daySerial(new Date()),
): { readonly cost?: string; readonly pitfalls: readonly string[] } {
  // A checkup names rows by their number in the range: with the rows above it, that is the sheet's row number.
  const above: (readonly [string])[] = Array.from({ length: list.block.row + list.firstRow }, () => [""]);
  const values = [...above, ...columnOf(list, list.columns.value)];
  const targets = [...above, ...columnOf(list, list.columns.target)];
  const answer = checkup(values, targets, policy, [[today]]);
  if (!answer.ok) return { pitfalls: [] };
  const findings = (topic: string): string[] =>
    answer.cells.flatMap(([name, finding]) => (name === topic && typeof finding === "string" ? [finding] : []));
  const [cost] = findings("Cost of acting");
  return { ...(cost === undefined ? {} : { cost }), pitfalls: findings("Pitfall") };
}
