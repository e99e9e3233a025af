import { CustomFunctionError, type Associated, type ErrorText } from "./runtime";

/** A function's entry in functions.json, as far as a call and the formula help need it. */
export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly DeclaredParameter[];
}

export interface DeclaredParameter {
  readonly name: string;
  readonly description?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** An error cell as Excel hands it to a function that allows errors among its arguments. */
export interface ErrorArgument {
  readonly type: "Error";
  readonly basicType: "Error";
  readonly basicValue: string;
}

/** One cell of an argument. An empty cell is 0, as on desktop Excel. */
export type ArgumentCell = number | string | boolean | ErrorArgument;

/** What a formula gives for one parameter: a value, a rectangle of cells, or nothing (`=F(1,,3)`). */
export type Argument = ArgumentCell | readonly (readonly ArgumentCell[])[] | undefined;

/** What a cell shows until an answer is there that comes later. Excel has an error of its own for that, #BUSY!. */
export const stillComing = "#GETTING_DATA";

/** One cell of a result. */
export type ResultCell = number | string | boolean | { readonly error: ErrorText | typeof stillComing };

/** Why a cell of a result shows an error: its place in the result, counted from 0. */
export interface CallProblem {
  readonly row: number;
  readonly column: number;
  readonly error: ErrorText | typeof stillComing;
  readonly message: string;
}

/** What a call comes to: a rectangle of at least one cell, and the reasons of its errors. */
export interface CallAnswer {
  readonly rows: readonly (readonly ResultCell[])[];
  readonly problems: readonly CallProblem[];
}

/**
 * Calls a function the way Excel does: arguments by the dimensionality that functions.json gives them, omitted ones
 * as null, and the invocation last. Never throws and never rejects: what goes wrong is an error cell with its reason.
 */
export function call(
  run: Associated,
  declared: Declared,
  given: readonly Argument[],
): CallAnswer | Promise<CallAnswer> {
  const miscalled = misfit(declared, given);
  if (miscalled !== undefined) return failed(new CustomFunctionError("#VALUE!", miscalled));
  try {
    const result = run(...parametersOf(declared, given), { functionName: declared.id });
    return result instanceof Promise ? result.then(outcomeOf, failed) : outcomeOf(result);
  } catch (thrown) {
    return failed(thrown);
  }
}

/** Says what a function was given that it doesn't take, or wasn't given that it needs. */
function misfit({ name, parameters }: Declared, given: readonly Argument[]): string | undefined {
  if (given.length > parameters.length && !parameters.at(-1)?.repeating) {
    return `${name} takes ${count(parameters.length)}, and was given ${given.length}.`;
  }
  for (const [position, parameter] of parameters.entries()) {
    const argument = given[position];
    if (argument === undefined && !parameter.optional && !parameter.repeating) {
      return `${name} needs ${parameter.name}. ${parameter.description ?? "It was left out."}`;
    }
    if (isRange(argument) && parameter.dimensionality !== "matrix" && !isOneCell(argument)) {
      return `${parameter.name} takes one cell, and was given a range of ${argument.length} × ${argument[0]?.length ?? 0} cells.`;
    }
  }
  return undefined;
}

/** The arguments as a function gets them. */
export function parametersOf({ parameters }: Declared, given: readonly Argument[]): readonly unknown[] {
  return parameters.map((parameter, position) =>
    parameter.repeating
      ? given.slice(position).map((argument) => shaped(argument, parameter))
      : shaped(given[position], parameter),
  );
}

/** A value for a range is a range of one cell, a range of one cell for a value is the value; what was omitted is null. */
function shaped(argument: Argument, { dimensionality }: DeclaredParameter): unknown {
  if (argument === undefined) return null;
  if (dimensionality === "matrix") return isRange(argument) ? argument : [[argument]];
  return isRange(argument) ? argument[0]?.[0] : argument;
}

function count(parameters: number): string {
  return parameters === 1 ? "one argument" : `${parameters || "no"} arguments`;
}

function isRange(argument: Argument): argument is readonly (readonly ArgumentCell[])[] {
  return Array.isArray(argument);
}

function isOneCell(range: readonly (readonly ArgumentCell[])[]): boolean {
  return range.length === 1 && range[0]?.length === 1;
}

function failed(thrown: unknown): CallAnswer {
  if (thrown instanceof CustomFunctionError) return outcomeOf(thrown);
  return outcomeOf(new CustomFunctionError("#VALUE!", `The function stopped: ${String(thrown)}`));
}

function outcomeOf(result: unknown): CallAnswer {
  const rows: readonly unknown[] = Array.isArray(result) ? result : [[result]];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const problems: CallProblem[] = [];
  // Excel shows #VALUE! for a result that isn't a rectangle of cells.
  if (width === 0 || !rows.every((row) => Array.isArray(row) && row.length === width)) {
    return failed(new CustomFunctionError("#VALUE!", "The function gave a result that is not a rectangle of cells."));
  }
  return {
    rows: rows.map((row, rowIndex) =>
      (row as readonly unknown[]).map((cell, columnIndex) => {
        const shown = resultCell(cell);
        if (typeof shown === "object" && cell instanceof CustomFunctionError && cell.message !== undefined) {
          problems.push({ row: rowIndex, column: columnIndex, error: shown.error, message: cell.message });
        }
        return shown;
      }),
    ),
    problems,
  };
}

/** A returned null or undefined shows as 0, and a number that isn't finite as #NUM!, as in Excel. */
function resultCell(cell: unknown): ResultCell {
  if (cell instanceof CustomFunctionError) return { error: cell.code };
  if (cell === null || cell === undefined) return 0;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : { error: "#NUM!" };
  if (typeof cell === "string" || typeof cell === "boolean") return cell;
  if (typeof cell === "object" && "basicValue" in cell) return resultCell(cell.basicValue);
  return { error: "#VALUE!" };
}
