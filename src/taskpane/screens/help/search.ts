import { nameBegun } from "../../../sheets";
import type { Catalogue, Described } from "../../catalogue/catalogue";

export interface Family {
  readonly question: string;
  readonly functions: readonly string[];
}

export interface FoundFamily {
  readonly question: string;
  readonly functions: readonly Described[];
}

/**
 * The functions that have every word of a query in their name, description, arguments or question; with `KEEL.` before
 * it, those whose name begins so. All of them for a blank query.
 */
export function found(families: readonly Family[], catalogue: Catalogue, query: string): readonly FoundFamily[] {
  const asked = query.trim().toLowerCase();
  const beginning = nameBegun(asked);
  const words = asked.split(/[^\p{L}\p{N}/%]+/u).filter((word) => word !== "");
  const fits = (question: string, one: Described): boolean =>
    beginning === undefined
      ? words.every((word) => textOf(question, one).includes(word))
      : one.name.startsWith(beginning);
  return families
    .map(({ question, functions }) => ({
      question,
      functions: functions.flatMap((name) => {
        const one = catalogue.get(name);
        return one && fits(question, one) ? [one] : [];
      }),
    }))
    .filter(({ functions }) => functions.length > 0);
}

function textOf(question: string, { name, description, parameters }: Described): string {
  const said = parameters.flatMap((one) => [one.name, one.description]);
  return [question, name, description, ...said].join(" ").toLowerCase();
}
