import { address, sameBlock, sheetOf, topLeft, type Block, type Description, type Step } from "../sheets";
import { contentProperties, contentsOf, filledIn, rangeOf } from "./excel-contents";
import { remember, type Snapshot, type Remembering } from "./excel-snapshot";
import { codeOf, failureFor, supports } from "./excel-run";
import { queue, sheetsOf, type Existing } from "./excel-steps";
import { changedBlocks, restore, type Applying } from "./excel-undo";
import { checkValidation } from "./excel-validation";
import { WorkbookFailure } from "./host";

/**
 * Carries a description out in two syncs, whatever its size: what is there, do it. One sync more is needed to see which
 * sheets are there if it may add one, and one more if results spill over what it replaces. If Excel stops on the way,
 * what was done until then is taken back.
 */
export async function apply(
  context: Excel.RequestContext,
  description: Description,
  replace: boolean,
): Promise<Applying | { readonly filled: readonly Block[] }> {
  checkShapes(description);
  checkVersion(description);
  const { worksheets, remembering } = await seeWhatIsThere(context, description);
  const there = new Set(worksheets.map(({ name }) => name.toLowerCase()));
  checkSheets(description, there);
  checkProtection(description, worksheets);
  const filled = remembering.claimed().flatMap(filledIn);
  if (filled.length > 0 && !replace) return { filled };
  checkTables(description, remembering);

  const snapshot = await remembering.snapshot();
  checkNames(snapshot, replace);
  const added = queue(context, description, existing(there, snapshot));
  const written = changedBlocks(description, added).map((block) => rangeOf(context, block).load(contentProperties));
  const applying = { description, snapshot, ...added };
  try {
    await context.sync();
  } catch (cause) {
    throw await takenBack(context, applying, cause);
  }
  return { ...applying, written: written.map(contentsOf) };
}

interface Seen {
  readonly worksheets: readonly Excel.Worksheet[];
  readonly remembering: Remembering;
}

/** Reads what is there of what a description is going to change. */
async function seeWhatIsThere(context: Excel.RequestContext, description: Description): Promise<Seen> {
  const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
  // A sheet that a step may add can't be looked at before it is known to be there.
  const addsSheets = description.steps.some((step) => step.do === "add sheet");
  if (addsSheets) await context.sync();
  const there = addsSheets ? new Set(sheets.items.map(({ name }) => name.toLowerCase())) : undefined;
  const remembering = remember(context, description, (name) => there?.has(name.toLowerCase()) ?? true);
  try {
    await context.sync();
  } catch (cause) {
    if (codeOf(cause) !== "ItemNotFound") throw cause;
    // Some sheet is missing: say which.
    const names = context.workbook.worksheets.load("items/name");
    await context.sync();
    checkSheets(description, new Set(names.items.map(({ name }) => name.toLowerCase())));
    throw cause;
  }
  return { worksheets: sheets.items, remembering };
}

function existing(sheets: ReadonlySet<string>, snapshot: Snapshot): Existing {
  return {
    sheets,
    tables: new Set(snapshot.tables.map(({ name }) => name.toLowerCase())),
    totalled: new Set(snapshot.tables.flatMap(({ name, totals }) => (totals ? [name.toLowerCase()] : []))),
    names: new Set(snapshot.names.flatMap(({ name, formula }) => (formula === undefined ? [] : [name.toLowerCase()]))),
    flags: snapshot.flags,
    charts: snapshot.charts,
    isText: (sheet, row, column) =>
      snapshot.cells.some(
        ({ block, numberFormats }) =>
          block.sheet.toLowerCase() === sheet.toLowerCase() &&
          numberFormats[row - block.row]?.[column - block.column] === "@",
      ),
  };
}

/** Excel keeps what a batch did before it failed. Takes that back, and says what the failure was. */
async function takenBack(
  context: Excel.RequestContext,
  applying: Omit<Applying, "written">,
  cause: unknown,
): Promise<WorkbookFailure> {
  try {
    const giveBack = restore(context, applying);
    await context.sync();
    giveBack();
    await context.sync();
    return failureFor(cause);
  } catch (second) {
    return new WorkbookFailure("Excel stopped partway. Press Ctrl+Z to take back what was written.", "refused", {
      cause: new AggregateError([cause, second]),
    });
  }
}

/** What to say when a sheet is missing. */
export function noSheet(name: string): WorkbookFailure {
  return new WorkbookFailure(`There is no sheet called ${name} anymore.`, "lost");
}

function checkShapes({ steps }: Description): void {
  for (const step of steps) {
    if (step.do === "validate") checkValidation(step);
    if (step.do !== "write values") continue;
    const { block, values } = step;
    if (values.length === block.height && values.every((row) => row.length === block.width)) continue;
    throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
  }
}

/** The versions of Excel's interface that steps need beyond the oldest one in which Keel runs. */
const needed: Partial<Record<Step["do"], readonly [version: string, wish: string]>> = {
  "resize table": ["1.13", "change the size of a table"],
  validate: ["1.8", "put words beside cells"],
  chart: ["1.8", "draw the chart"],
};

function checkVersion({ steps }: Description): void {
  for (const step of steps) {
    const [version, wish] = needed[step.do] ?? [];
    if (version === undefined || supports(version)) continue;
    throw new WorkbookFailure(`This version of Excel can’t ${wish ?? ""}. Update Excel, then try again.`, "refused");
  }
}

function checkSheets({ steps }: Description, there: ReadonlySet<string>): void {
  const known = new Set(there);
  for (const step of steps) {
    if (step.do === "add sheet") known.add(step.name.toLowerCase());
    const missing = sheetsOf(step).find((name) => !known.has(name.toLowerCase()));
    if (missing !== undefined) throw noSheet(missing);
  }
}

/** On a protected sheet a step may fail half way, and what was done could then not be taken back either. */
function checkProtection({ steps }: Description, sheets: readonly Excel.Worksheet[]): void {
  const changed = new Set(steps.flatMap((step) => (step.do === "select" ? [] : [sheetOf(step)?.toLowerCase()])));
  const locked = sheets.find(({ name, protection }) => changed.has(name.toLowerCase()) && protection.protected);
  if (!locked) return;
  const words = `The sheet ${locked.name} is protected. On the Review tab choose Unprotect Sheet, then try again.`;
  throw new WorkbookFailure(words, "protected");
}

function checkNames({ names }: Snapshot, replace: boolean): void {
  const taken = replace ? undefined : names.find(({ formula }) => formula !== undefined);
  if (!taken) return;
  const words = `The name ${taken.name} is used in this workbook already, for ${taken.formula ?? ""}. Rename it or delete it, then try again.`;
  throw new WorkbookFailure(words, "refused");
}

/** A table that is there already, under the same name and in the same place, is used as it is; any other is in the way. */
function checkTables({ steps }: Description, remembering: Remembering): void {
  const tables = new Map<string, Block>();
  const totalled = new Set<string>();
  for (const { name, block, totals } of remembering.tables()) {
    // A total row belongs to a table for Excel; for a description it doesn't.
    tables.set(name.toLowerCase(), totals ? { ...block, height: block.height - 1 } : block);
    if (totals) totalled.add(name.toLowerCase());
  }
  for (const step of steps) {
    if (step.do !== "add table" && step.do !== "resize table") continue;
    const there = tables.get(step.name.toLowerCase());
    if (step.do === "add table" && there && !sameBlock(there, step.block)) {
      const words = `There is a table called ${step.name} already, in ${address(there)}. Rename it, then try again.`;
      throw new WorkbookFailure(words, "refused");
    }
    if (step.do === "resize table") {
      checkResize(step.name, there, step.block);
      if (totalled.has(step.name.toLowerCase()) && there?.height !== step.block.height) {
        const words = `The table ${step.name} has a total row. On the Table Design tab clear Total Row, then try again.`;
        throw new WorkbookFailure(words, "refused");
      }
    }
    const inTheWay = remembering.tablesUnder(step).find((name) => name.toLowerCase() !== step.name.toLowerCase());
    if (inTheWay !== undefined) {
      const words = `${address(step.block)} would overlap the table ${inTheWay}. Move that table, then try again.`;
      throw new WorkbookFailure(words, "refused");
    }
    tables.set(step.name.toLowerCase(), step.block);
  }
}

function checkResize(name: string, from: Block | undefined, to: Block): void {
  if (!from) throw new WorkbookFailure(`There is no table called ${name} anymore.`, "lost");
  const sameCorner = sameBlock(topLeft(from), topLeft(to));
  if (sameCorner) return;
  throw new WorkbookFailure(`The table ${name} has moved to ${address(from)}. Select it and try again.`, "lost");
}
