import { address, claims, overlap, type Block, type Description } from "../sheets";
import {
  contentProperties,
  contentsOf,
  filledIn,
  placeOf,
  placeProperties,
  rangeIfAny,
  rangeOf,
} from "./excel-contents";
import { remember, type Former } from "./excel-former";
import { failureFor } from "./excel-run";
import { queue, type Existing } from "./excel-steps";
import { restore, type Applying } from "./excel-undo";
import { WorkbookFailure } from "./host";

/**
 * Carries a description out in three syncs, whatever its size (a fourth if formulas spill over what it replaces): may it
 * be done, what was there before, do it. If Excel stops on the way, what was done until then is taken back.
 */
export async function apply(
  context: Excel.RequestContext,
  description: Description,
  replace: boolean,
): Promise<Applying | { readonly filled: readonly Block[] }> {
  checkShapes(description);
  const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
  const claimed = claims(description).map((block) => rangeIfAny(context, block).load(contentProperties));
  const tables = context.workbook.tables.load("items/name");
  await context.sync();

  const there = new Set(sheets.items.map(({ name }) => name.toLowerCase()));
  checkSheets(description, there);
  checkProtection(description, sheets.items);
  const filled = claimed.flatMap((range) => (range.isNullObject ? [] : filledIn(contentsOf(range))));
  if (filled.length > 0 && !replace) return { filled };

  const former = remember(context, description, (sheet) => there.has(sheet.toLowerCase()));
  // Where tables are is asked only of a description that adds one.
  const addsTable = description.steps.some((step) => step.do === "add table");
  const places = (addsTable ? tables.items : []).map((table) => ({
    name: table.name,
    range: table.getRange().load(placeProperties),
  }));
  await context.sync();
  const named = places.map(({ name, range }) => ({ name, block: placeOf(range) }));
  checkTables(description, named);
  return write(context, description, existing(there, named, await former()), replace);
}

interface Found extends Existing {
  readonly former: Former;
}

function existing(sheets: ReadonlySet<string>, tables: readonly { readonly name: string }[], former: Former): Found {
  return {
    sheets,
    tables: new Set(tables.map(({ name }) => name.toLowerCase())),
    names: new Set(former.names.flatMap(({ name, formula }) => (formula === undefined ? [] : [name.toLowerCase()]))),
    flags: former.flags,
    isText: (sheet, row, column) =>
      former.cells.some(
        ({ block, numberFormats }) =>
          block.sheet.toLowerCase() === sheet.toLowerCase() &&
          numberFormats[row - block.row]?.[column - block.column] === "@",
      ),
    former,
  };
}

async function write(
  context: Excel.RequestContext,
  description: Description,
  found: Found,
  replace: boolean,
): Promise<Applying> {
  const taken = replace ? undefined : found.former.names.find(({ formula }) => formula !== undefined);
  if (taken) {
    const words = `The name ${taken.name} is used in this workbook already, for ${taken.formula ?? ""}. Rename it or delete it, then try again.`;
    throw new WorkbookFailure(words, "refused");
  }
  const added = queue(context, description, found);
  const written = claims(description).map((block) => rangeOf(context, block).load(contentProperties));
  const applying = { description, former: found.former, ...added };
  try {
    await context.sync();
  } catch (cause) {
    throw await takenBack(context, applying, cause);
  }
  return { ...applying, written: written.map(contentsOf) };
}

/** Excel keeps what a batch did before it failed. Takes that back, and says what the failure was. */
async function takenBack(
  context: Excel.RequestContext,
  applying: Omit<Applying, "written">,
  cause: unknown,
): Promise<WorkbookFailure> {
  try {
    await restore(context, applying);
    await context.sync();
    return failureFor(cause);
  } catch (second) {
    return new WorkbookFailure("Excel stopped half way. Press Ctrl+Z to take back what was written.", "refused", {
      cause: new AggregateError([cause, second]),
    });
  }
}

/** What to say when a sheet is missing. */
export function noSheet(name: string): WorkbookFailure {
  return new WorkbookFailure(`There is no sheet called ${name} any more.`, "lost");
}

function checkShapes({ steps }: Description): void {
  for (const step of steps) {
    if (step.do !== "write values") continue;
    const { block, values } = step;
    if (values.length === block.height && values.every((row) => row.length === block.width)) continue;
    throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
  }
}

function checkSheets({ steps }: Description, there: ReadonlySet<string>): void {
  const known = new Set(there);
  for (const step of steps) {
    if (step.do === "add sheet") known.add(step.name.toLowerCase());
    else if (!known.has(step.block.sheet.toLowerCase())) throw noSheet(step.block.sheet);
  }
}

/** On a protected sheet a step may fail half way, and what was done could then not be taken back either. */
function checkProtection({ steps }: Description, sheets: readonly Excel.Worksheet[]): void {
  const changed = new Set(
    steps.flatMap((step) => (step.do === "add sheet" || step.do === "select" ? [] : [step.block.sheet.toLowerCase()])),
  );
  const locked = sheets.find(({ name, protection }) => changed.has(name.toLowerCase()) && protection.protected);
  if (!locked) return;
  const words = `The sheet ${locked.name} is protected. On the Review tab choose Unprotect Sheet, then try again.`;
  throw new WorkbookFailure(words, "protected");
}

/** A table that is there already, under the same name and in the same place, is used as it is; any other is in the way. */
function checkTables(
  { steps }: Description,
  tables: readonly { readonly name: string; readonly block: Block }[],
): void {
  for (const step of steps) {
    if (step.do !== "add table") continue;
    const place = address(step.block);
    const sameName = tables.find(({ name }) => name.toLowerCase() === step.name.toLowerCase());
    if (sameName && address(sameName.block) === place) continue;
    if (sameName) {
      const words = `There is a table called ${step.name} already, in ${address(sameName.block)}.`;
      throw new WorkbookFailure(words, "refused");
    }
    const inTheWay = tables.find(({ block }) => overlap(block, step.block));
    if (inTheWay) {
      const words = `${place} would overlap the table ${inTheWay.name} in ${address(inTheWay.block)}.`;
      throw new WorkbookFailure(words, "refused");
    }
  }
}
