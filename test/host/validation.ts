import type { Block } from "../../src/sheets";
import type { HostObject } from "./executor";
import { cellsOf, type CellValidation, type WorkbookModel } from "./model";
import { HostError, NotImplemented } from "./protocol";

const kinds: Readonly<Record<string, string>> = { list: "List", decimal: "Decimal", custom: "Custom" };

/** What a cell tells to which nobody has given a validation. Not observed in a running Excel. */
const none: CellValidation = {
  prompt: { title: "", message: "", showPrompt: true },
  errorAlert: { title: "", message: "", style: "Stop", showAlert: true },
  ignoreBlanks: true,
};

/** Excel.DataValidation of a range. Nothing is checked against it: it is remembered cell by cell. */
export function dataValidation(model: WorkbookModel, block: Block): HostObject {
  const { validations } = model.sheet(block.sheet);
  const keys = (): readonly string[] => cellsOf(block).map(([, , key]) => key);
  const found = (): readonly (CellValidation | undefined)[] => keys().map((key) => validations.get(key));
  /** The one that all cells have; undefined if they have different ones. */
  const common = (): CellValidation | undefined => {
    const [first, ...others] = found().map((each) => each ?? none);
    return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
  };
  const type = (): string => {
    const one = common();
    if (one) return one.rule ? kindOf(one.rule) : "None";
    return found().some((each) => each === undefined) ? "MixedCriteria" : "Inconsistent";
  };
  const set = (part: (value: unknown) => Partial<CellValidation>) => (value: unknown) => {
    model.writable(block);
    const given = part(value);
    // Source: office-js issue 2594.
    if (given.rule && !common()) throw invalid("A rule can't be set over cells with different ones.");
    for (const key of keys()) validations.set(key, { ...none, ...validations.get(key), ...given });
  };
  const read =
    (part: (validation: CellValidation) => unknown): (() => unknown) =>
    () => {
      const one = common();
      return one ? part(one) : null;
    };
  return {
    kind: "DataValidation",
    reads: {
      Type: type,
      Rule: read(({ rule }) => Object.fromEntries(Object.keys(kinds).map((kind) => [kind, rule?.[kind] ?? null]))),
      Prompt: read(({ prompt }) => prompt),
      ErrorAlert: read(({ errorAlert }) => errorAlert),
      IgnoreBlanks: read(({ ignoreBlanks }) => ignoreBlanks),
    },
    sets: {
      Rule: set((value) => ({ rule: checkedRule(value as Readonly<Record<string, unknown>>) })),
      Prompt: set((value) => {
        const prompt = value as CellValidation["prompt"];
        if (prompt.title.length > 32 || prompt.message.length > 255) throw invalid("The prompt is too long.");
        return { prompt };
      }),
      ErrorAlert: set((value) => {
        const errorAlert = value as CellValidation["errorAlert"];
        if (errorAlert.title.length > 32 || errorAlert.message.length > 225) throw invalid("The alert is too long.");
        return { errorAlert };
      }),
      IgnoreBlanks: set((value) => ({ ignoreBlanks: Boolean(value) })),
    },
    calls: {
      Clear: () => {
        model.writable(block);
        for (const key of keys()) validations.delete(key);
      },
    },
  };
}

function kindOf(rule: Readonly<Record<string, unknown>>): string {
  const [kind = ""] = Object.keys(rule);
  const known = kinds[kind];
  if (known === undefined) throw new NotImplemented(`validation by ${kind}`);
  return known;
}

function checkedRule(rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (Object.keys(rule).length !== 1) throw invalid("A rule is of one kind.");
  kindOf(rule);
  const { source } = (rule["list"] ?? {}) as { readonly source?: unknown };
  if (typeof source === "string" && source.length > 255) throw invalid("The list is too long.");
  return Object.fromEntries(Object.entries(rule).map(([kind, part]) => [kind, told(part as object)]));
}

/** Excel tells numbers of a rule as formulas: "When retrieving the value, it will always be returned as a string formula". */
function told(part: object): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, typeof value === "number" ? `=${value}` : (value as unknown)]),
  );
}

function invalid(message: string): HostError {
  return new HostError("InvalidArgument", message);
}
