/**
 * Evaluates the formulas of the help pages: a call of one Keel function, INDEX or ROUND, whose arguments are ranges, numbers,
 * percents, texts, TRUE and FALSE, further calls, or left out.
 */
export type Value = number | string | boolean | null;
export type Block = readonly (readonly Value[])[];
export type Call = (name: string, args: readonly (Block | null)[]) => Promise<Block>;

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?%?)|(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w.(]))|([A-Z][\w.]*)|([(),-]))/y;

interface Token {
  readonly kind: "text" | "number" | "range" | "name" | "sign";
  readonly text: string;
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found) throw new Error(`${formula}: nothing that this evaluator knows at "${formula.slice(at)}".`);
    const kinds = ["text", "number", "range", "name", "sign"] as const;
    const kind = kinds.find((_, index) => found[index + 1] !== undefined) as Token["kind"];
    tokens.push({ kind, text: found[0].trim() });
  }
  return tokens;
}

/** What stands in which cells: blocks by the address of their first cell. */
export class Sheet {
  readonly #cells = new Map<string, Value>();

  constructor(blocks: Readonly<Record<string, Block>>) {
    for (const [address, rows] of Object.entries(blocks)) {
      const { top, left, bottom, right } = corners(address);
      if (rows.length !== bottom - top + 1 || rows.some((row) => row.length !== right - left + 1)) {
        throw new Error(`${address} does not hold ${rows.length} rows of ${rows[0]?.length ?? 0}.`);
      }
      rows.forEach((row, down) => {
        row.forEach((cell, across) => this.#cells.set(`${top + down},${left + across}`, cell));
      });
    }
  }

  block(address: string): Block {
    const { top, left, bottom, right } = corners(address);
    const rows = Array.from({ length: bottom - top + 1 }, (_, down) => top + down);
    const columns = Array.from({ length: right - left + 1 }, (_, across) => left + across);
    return rows.map((row) => columns.map((column) => this.#cells.get(`${row},${column}`) ?? null));
  }
}

function corners(address: string): { top: number; left: number; bottom: number; right: number } {
  const [first = "", last = first] = address.replaceAll("$", "").split(":");
  const cell = (text: string): { row: number; column: number } => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(text) ?? [];
    const column = Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce(
      (sum, digit) => sum * 26 + digit,
      0,
    );
    return { row: Number(digits), column };
  };
  const [start, end] = [cell(first), cell(last)];
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Evaluates a formula over a sheet. */
export async function evaluate(formula: string, sheet: Sheet, call: Call): Promise<Block> {
  if (!formula.startsWith("=")) throw new Error(`${formula} is no formula.`);
  const tokens = [...tokensOf(formula.slice(1))];
  const next = (): Token => tokens.shift() ?? { kind: "sign", text: "" };
  const isNext = (sign: string): boolean => tokens[0]?.kind === "sign" && tokens[0].text === sign;

  const argument = async (): Promise<Block | null> => (isNext(",") || isNext(")") ? null : expression());
  const expression = async (): Promise<Block> => {
    const { kind, text } = next();
    switch (kind) {
      case "text":
        return [[text.slice(1, -1).replaceAll('""', '"')]];
      case "number":
        return [[text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text)]];
      case "range":
        return sheet.block(text);
      case "sign":
        if (text === "-") return (await expression()).map((row) => row.map((cell) => -Number(cell)));
        throw new Error(`${formula}: "${text}" where a value belongs.`);
      case "name":
        return isNext("(") ? applied(text) : [[text === "TRUE"]];
    }
  };
  const applied = async (name: string): Promise<Block> => {
    next();
    const args: (Block | null)[] = isNext(")") ? [] : [await argument()];
    while (isNext(",")) {
      next();
      args.push(await argument());
    }
    if (next().text !== ")") throw new Error(`${formula}: a parenthesis is missing.`);
    if (name === "INDEX") return indexed(args);
    return name === "ROUND" ? rounded(args) : call(name, args);
  };

  const result = await expression();
  if (tokens.length > 0) throw new Error(`${formula}: "${tokens[0]?.text ?? ""}" after the end.`);
  return result;
}

/** Excel's INDEX with a row and, for more than one column, a column, both counted from 1. */
function indexed([block, row, column]: readonly (Block | null)[]): Block {
  const cell = block?.[Number(row?.[0]?.[0]) - 1]?.[Number(column?.[0]?.[0] ?? 1) - 1];
  if (cell === undefined) throw new Error("INDEX points outside its range.");
  return [[cell]];
}

/** Excel's ROUND, half away from zero. */
function rounded([block, digits]: readonly (Block | null)[]): Block {
  const scale = 10 ** Number(digits?.[0]?.[0]);
  const round = (number: number): number => (Math.sign(number) * Math.round(Math.abs(number) * scale)) / scale;
  return (block ?? []).map((row) => row.map((cell) => round(Number(cell))));
}
