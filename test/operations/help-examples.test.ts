import { describe, expect, it } from "@jest/globals";
import { helpExamples, type HelpExample } from "../../src/operations";
import { fromDist } from "../dist";
import { callLater, type Cell } from "../functions/shipped";
import { evaluate, Sheet, type Block, type Value } from "./formula";

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly optional?: boolean;
      readonly dimensionality?: string;
    }[];
  }[];
}

const { functions } = JSON.parse(fromDist("functions.json")) as Metadata;

/** Calls a shipped function as Excel does: a range for a parameter that takes one, a plain value for one that doesn't. */
async function callAsExcel(name: string, args: readonly (Block | null)[]): Promise<Block> {
  const id = name.replace(/^KEEL\./, "");
  const metadata = functions.find((each) => each.id === id);
  if (!name.startsWith("KEEL.") || !metadata) throw new Error(`${name} is not in functions.json.`);
  if (args.length > metadata.parameters.length) throw new Error(`${name} takes fewer arguments.`);
  const given = metadata.parameters.map(({ name: parameter, optional, dimensionality }, index) => {
    const arg = args[index] ?? null;
    if (arg === null && optional !== true) throw new Error(`${name} needs ${parameter}.`);
    return arg === null || dimensionality === "matrix" ? arg : arg[0]?.[0];
  });
  return (await callLater(id, ...given)).map((row) => row.map(plain));
}

function plain(cell: Cell): Value {
  if (cell instanceof Error) throw cell;
  return cell;
}

/** Whether a result is what the page shows, to the digits it shows. */
function shows(shown: Value | undefined, result: Value | undefined): boolean {
  if (typeof shown !== "number" || typeof result !== "number") return shown === result;
  const decimals = /\.(\d+)$/.exec(String(shown))?.[1]?.length ?? 0;
  return Math.abs(shown - result) <= 0.5 * 10 ** -decimals && (decimals > 0 || shown === result);
}

describe("help examples", () => {
  it.each(Object.entries(helpExamples))("%s", async (functionName, example: HelpExample) => {
    expect(example.formula).toContain(`KEEL.${functionName}(`);
    const result = await evaluate(example.formula, new Sheet(example.cells), callAsExcel);
    const asShown =
      result.length === example.result.length &&
      result.every(
        (row, index) =>
          row.length === example.result[index]?.length &&
          row.every((cell, column) => shows(example.result[index]?.[column], cell)),
      );
    expect({ result, asShown }).toEqual({ result: asShown ? result : example.result, asShown: true });
  });

  it("are there for every function that Excel registers", () => {
    expect(Object.keys(helpExamples).sort()).toEqual(functions.map(({ id }) => id).sort());
  });
});
