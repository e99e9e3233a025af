import { BooleanNumber, type Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import {
  call,
  parametersOf,
  stillComing,
  type Argument,
  type ArgumentCell,
  type Declared,
  type CallAnswer,
  type ResultCell,
} from "./call";
import type { LaterAnswers } from "./later-answers";
import type { Problems } from "./problems";
import type { Associated } from "./runtime";
import type { TypedResults } from "./typed-results";
import { exampleOf } from "./argument-examples";

/**
 * Puts the associated functions into the grid's formula engine, as `KEEL.` and their name, each with its help.
 * Lists the declared functions that no file associated.
 */
export function registerFunctions(
  injector: Injector,
  declared: readonly Declared[],
  associated: ReadonlyMap<string, Associated>,
  problems: Problems,
  typed: TypedResults,
  later: LaterAnswers,
): readonly string[] {
  const functions = injector.get(IFunctionService);
  const missing: string[] = [];
  for (const one of declared) {
    const run = associated.get(one.id);
    if (run) functions.registerExecutors(new GridFunction(one, run, { problems, typed, later }));
    else missing.push(one.id);
  }
  injector.get(IDescriptionService).registerDescriptions(declared.map(help));
  return missing;
}

function gridName(declared: Declared): string {
  return `KEEL.${declared.name}`;
}

function help(declared: Declared): Parameters<IDescriptionService["registerDescriptions"]>[0][number] {
  return {
    functionName: gridName(declared),
    functionType: FunctionType.User,
    description: declared.description ?? "",
    abstract: declared.description ?? "",
    functionParameter: declared.parameters.map(({ name, description, optional, repeating }) => ({
      name,
      detail: description ?? "",
      example: exampleOf(declared.name, name),
      require: optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}

/** Who is told how a call went. */
interface Told {
  readonly problems: Problems;
  readonly typed: TypedResults;
  readonly later: LaterAnswers;
}

/** An answer that came later. */
interface Promised {
  /** Undefined until it is there. */
  readonly outcome?: CallAnswer;
  /** When it came, in milliseconds. */
  readonly since?: number;
}

/**
 * A custom function inside the formula engine. Takes and gives the engine's own value objects instead of plain values,
 * because then a text that looks like a number stays text, and an omitted argument can be told from 0.
 */
class GridFunction extends BaseFunction {
  readonly #declared: Declared;
  readonly #run: Associated;
  readonly #told: Told;
  /** By the arguments they answer. */
  readonly #promised = new Map<string, Promised>();

  constructor(declared: Declared, run: Associated, told: Told) {
    super(gridName(declared));
    this.#declared = declared;
    this.#run = run;
    this.#told = told;
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const formula = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    const cells = given.map(argumentOf);
    const outcome = this.#outcome(cells);
    this.#told.problems.report(formula, outcome.problems);
    if (outcome.problems.length === 0) {
      this.#told.typed.report(formula, this.#declared.name, parametersOf(this.#declared, cells));
    }
    return valueOf(outcome);
  }

  #outcome(given: readonly Argument[]): CallAnswer {
    const question = this.#promised.size > 0 ? JSON.stringify(given) : undefined;
    const known = question === undefined ? undefined : this.#promised.get(question);
    if (known && !isOutworn(known)) return known.outcome ?? notYet;
    const outcome = call(this.#run, this.#declared, given);
    if (!(outcome instanceof Promise)) return outcome;
    this.#wait(question ?? JSON.stringify(given), outcome);
    return notYet;
  }

  #wait(question: string, promise: Promise<CallAnswer>): void {
    const [oldest] = this.#promised.keys();
    if (this.#promised.size >= promisesKept && oldest !== undefined) this.#promised.delete(oldest);
    this.#promised.set(question, {});
    this.#told.later.add(
      promise.then((outcome) => void this.#promised.set(question, { outcome, since: performance.now() })),
    );
  }
}

/** More than one sheet asks at a time: beyond this the oldest answer is forgotten, and worked out again if asked for. */
const promisesKept = 100;

/**
 * How long an error counts, in milliseconds: what could not be loaded may be there when it is asked for again. Not asked
 * for at once, because each answer that comes works all formulas out anew, and two errors would go on for ever.
 */
const errorKept = 10_000;

function isOutworn({ outcome, since = 0 }: Promised): boolean {
  return outcome !== undefined && outcome.problems.length > 0 && performance.now() - since > errorKept;
}

const errorTypes: ReadonlyMap<string, ErrorType> = new Map(Object.values(ErrorType).map((type) => [type, type]));

const notYet: CallAnswer = {
  rows: [[{ error: stillComing }]],
  problems: [{ row: 0, column: 0, error: stillComing, message: "Keel is still working this out." }],
};

function argumentOf(value: BaseValueObject): Argument {
  if (value.isArray()) return value.getArrayValue().map((row) => row.map((cell) => (cell ? cellOf(cell) : 0)));
  // Univer hands over every range as an array, even one empty cell. A null that is no array is therefore an argument
  // left out, as in `=F(1,,3)`.
  return value.isNull() ? undefined : cellOf(value);
}

function cellOf(value: BaseValueObject): ArgumentCell {
  if (value.isNull()) return 0;
  if (value.isError()) return { type: "Error", basicType: "Error", basicValue: String(value.getValue()) };
  const plain = value.getValue();
  return value.isBoolean() ? Boolean(plain) : plain;
}

function valueOf({ rows }: CallAnswer): BaseValueObject {
  const values = rows.map((row) => row.map(cellValue));
  const single = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
  return (
    single ??
    ArrayValueObject.create({
      calculateValueList: values,
      rowCount: values.length,
      columnCount: values[0]?.length ?? 0,
      // Univer wants to know where on a sheet an array comes from. A result comes from no range: no sheet, no cell.
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    })
  );
}

function cellValue(cell: ResultCell): BaseValueObject {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "string") return StringValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  return ErrorValueObject.create(errorTypes.get(cell.error) ?? ErrorType.VALUE);
}
