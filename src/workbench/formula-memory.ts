import { LRUMap, type ICellData, type Injector, type IWorkbookData } from "@univerjs/core";
import { AstTreeBuilder, generateAstNode, IFormulaCurrentConfigService, Lexer } from "@univerjs/engine-formula";

/** How many formulas are remembered as they were read: those of two long lists with a formula in each row. */
const mostFormulas = 50_000;

/** What Univer keeps of formulas that it has read, each as a tree of its steps. */
type Memory = Pick<LRUMap<string, unknown>, "limit">;

/**
 * Mends Univer's memory of the formulas that it has read, which has room for 5,000. With more of them, each is forgotten
 * before it is asked for again, and all are read anew, twice at each edit: with 20,000 that is seconds.
 */
export function mendFormulaMemory(): void {
  memory().limit = mostFormulas;
}

/** Univer doesn't hand its memory out: it is the one that is asked first when a formula is read. */
function memory(): Memory {
  const { prototype } = LRUMap;
  const ask: unknown = Reflect.get(prototype, "get");
  const asked: Memory[] = [];
  Reflect.set(prototype, "get", function (this: Memory): never {
    asked.push(this);
    throw new Error("That is enough to know it.");
  });
  try {
    generateAstNode("", "", ...([] as unknown as [Lexer, AstTreeBuilder, IFormulaCurrentConfigService]));
  } catch {
    // Nothing was to be read.
  } finally {
    Reflect.set(prototype, "get", ask);
  }
  const [found] = asked;
  if (!found) throw new Error("How Univer remembers formulas has changed: see formula-memory.ts.");
  return found;
}

/**
 * Reads the formulas of a workbook that is about to be put into the grid, one after another: Univer itself would read all of
 * them at one go, in which the page answers nothing. Those that say names or sheets are left to Univer, because what they mean
 * is known when the workbook is there.
 */
export function* readAhead(injector: Injector, { id, sheets }: IWorkbookData): Generator<undefined> {
  const lexer = injector.get(Lexer);
  const builder = injector.get(AstTreeBuilder);
  const settings = injector.get(IFormulaCurrentConfigService);
  const read = new Set<string>();
  for (const { cellData = {} } of Object.values(sheets)) {
    for (const row of Object.values(cellData)) {
      for (const { f } of Object.values(row as Record<number, ICellData>)) {
        if (typeof f !== "string" || read.has(f) || !isOfCellsAlone(f)) continue;
        if (read.size === mostFormulas) return;
        read.add(f);
        generateAstNode(id, f, lexer, builder, settings);
        yield;
      }
    }
  }
}

/** Whether a formula says nothing but functions, cells of its own sheet, numbers, texts and TRUE or FALSE. */
export function isOfCellsAlone(formula: string): boolean {
  const plain = formula.replaceAll(/"[^"]*"/g, "").replaceAll(/(?<![\w.])\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\w.(])/gi, "");
  if (!/^=[\w\s$.,;:+\-*/^&=<>%()]*$/.test(plain)) return false;
  return [...plain.matchAll(/[A-Za-z_$][\w.$]*(\()?/g)].every(
    ([word, opens]) => opens !== undefined || /^(?:\$?[A-Z]{1,3}\$?\d{1,7}|TRUE|FALSE|E)$/i.test(word),
  );
}
