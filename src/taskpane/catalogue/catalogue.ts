import { families, operationByName } from "../../operations";
import { typedName } from "../../sheets";

/** A function of Keel's as functions.json describes it. */
export interface Described {
  /** Without its namespace, in capitals: `DRIFT`. */
  readonly name: string;
  /** "" where functions.json could not be loaded. */
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** As a formula's help names it: `asOf`. */
  readonly name: string;
  readonly description: string;
  readonly optional: boolean;
}

/** The functions by name. */
export type Catalogue = ReadonlyMap<string, Described>;

/** What is known without functions.json: which functions there are. */
export const namesOnly: Catalogue = new Map(
  families.flatMap(({ functions }) =>
    functions.map((name) => [name, { name, description: "", parameters: [] }] as const),
  ),
);

/** Reads functions.json, which stands beside the page: Excel reads it too, so both say the same. Rejects if it can't be had. */
export async function loadCatalogue(): Promise<Catalogue> {
  const answer = await fetch(new URL("functions.json", document.baseURI));
  if (!answer.ok) throw new Error(`functions.json: ${answer.status}`);
  return catalogueIn(await answer.json());
}

/** Takes from functions.json what the pane shows; functions that this pane doesn't know are left out. */
export function catalogueIn(json: unknown): Catalogue {
  const described = listed(json, "functions").flatMap((entry): readonly (readonly [string, Described])[] => {
    const name = text(entry, "name").toUpperCase();
    if (!operationByName(name)) return [];
    const parameters = listed(entry, "parameters").map((one) => ({
      name: text(one, "name"),
      description: text(one, "description"),
      optional: property(one, "optional") === true,
    }));
    return [[name, { name, description: text(entry, "description"), parameters }]];
  });
  return new Map([...namesOnly, ...described]);
}

/** What Keel's sentences call an argument: `asOf` is "As of". */
export function argumentName(parameter: string): string {
  const words = parameter.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A function with what it takes: `KEEL.DRIFT(values, targets, [measure])`. */
export function signature({ name, parameters }: Described, namespace: string): string {
  return `${typedName(namespace, name)}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(", ")})`;
}

/** Where a function's help page stands, seen from the pane's page. */
export function helpPage(name?: string): string {
  return name === undefined ? "help/index.html" : `help/${name.toLowerCase()}.html`;
}

function property(thing: unknown, name: string): unknown {
  return typeof thing === "object" && thing !== null ? Reflect.get(thing, name) : undefined;
}

function listed(thing: unknown, name: string): readonly unknown[] {
  const list: unknown = property(thing, name);
  return Array.isArray(list) ? list : [];
}

function text(thing: unknown, name: string): string {
  const value = property(thing, name);
  return typeof value === "string" ? value : "";
}
