import { families, operationByName } from "../../operations";
import { spellings, typedName } from "../../sheets";

/** A function that a formula asks of Keel and that Keel doesn't have; `meant` is one it has with a name much like it. */
export interface Unknown {
  readonly name: string;
  readonly meant?: string;
}

/** The functions that a formula calls by names that Keel doesn't have, each once. */
export function unknownFunctions(formula: string): readonly Unknown[] {
  const names = new Set(spellings(formula).map(({ name }) => name));
  return [...names].filter((name) => !operationByName(name)).map(unknownFunction);
}

/** A name that Keel has no function by. */
export function unknownFunction(name: string): Unknown {
  const [nearest] = families
    .flatMap(({ functions }) => functions)
    // Whoever types REBAL has only stopped too soon.
    .map((one) => ({ one, wrong: name.length > 2 && one.startsWith(name) ? 1 : distance(name, one) }))
    .sort((first, second) => first.wrong - second.wrong);
  const most = Math.max(MOST_WRONG, Math.floor(name.length / 3));
  return nearest && nearest.wrong <= most ? { name, meant: nearest.one } : { name };
}

/** Says that Keel has no such function, and which one may be meant: `There is no function KEEL.DRFT. Did you mean DRIFT?` */
export function unknownInWords({ name, meant }: Unknown, namespace: string): string {
  const advice = meant === undefined ? "See Help for the functions that there are." : `Did you mean ${meant}?`;
  return `There is no function ${typedName(namespace, name)}. ${advice}`;
}

/** A name with more wrong letters than this, or more than a third of its own, is like none. */
const MOST_WRONG = 2;

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) {
      const changed = (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
