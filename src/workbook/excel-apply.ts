import { claims, sheetOf, sheetsOf, type Block, type Description, type Step, type StepOf } from "../sheets";
import { contentProperties, contentsOf, filledIn, rangeOf } from "./excel-contents";
import { codeOf, supports } from "./excel-run";
import { begin, type Carried, type Done } from "./excel-kind";
import { kinds } from "./excel-steps";
import { tablesLater } from "./excel-table-steps";
import { There, type Reading } from "./excel-there";
import type { Applying } from "./excel-undo";
import { WorkbookFailure, type Contents } from "./host";

/** What an `apply` that breaks off has begun to write, if it came that far. */
export interface Progress {
  begun?: Pick<Applying, "steps" | "done">;
}

/**
 * Carries a description out in two syncs, whatever its size: what is there, do it. One sync more is needed to see which
 * sheets are there if it may add one, and one more if results spill over what it replaces, or if cells that get a rule
 * have different ones. If Excel stops on the way, what was done until then stays, and `progress` tells what that may be.
 */
export async function apply(
  context: Excel.RequestContext,
  description: Description,
  replace: boolean,
  progress: Progress,
): Promise<Applying | { readonly filled: readonly Block[] }> {
  for (const step of description.steps) checkAlone(step.do, step);
  const { worksheets, claimed, readings } = await seeWhatIsThere(context, description);
  checkSheets(description, new Set(worksheets.map(({ name }) => name.toLowerCase())));
  checkProtection(description, worksheets);
  const filled = claimed.flatMap(filledIn);
  if (filled.length > 0 && !replace) return { filled };

  const steps = await remembered(context, readings);
  const tables = new Map<string, Block>();
  for (const step of steps) step.check(tables);

  const done: Done = { made: new Set(), extents: new Map(), changed: [], results: [] };
  const writing = { context, done, formats: [], deleted: new Set<string>() };
  for (const step of tablesLater(steps)) step.do(writing);
  const written = done.changed.map((block) => rangeOf(context, block).load(contentProperties));
  progress.begun = { steps, done };
  await context.sync();
  return { steps, done, written: written.map(contentsOf) };
}

interface Seen {
  readonly worksheets: readonly Excel.Worksheet[];
  /** What the blocks hold that will be written to. */
  readonly claimed: readonly Contents[];
  readonly readings: readonly Reading<Carried>[];
}

/** Reads what is there of what a description is going to change. */
async function seeWhatIsThere(context: Excel.RequestContext, description: Description): Promise<Seen> {
  const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
  // A sheet that a step may add can't be read before it is known to be there.
  const addsSheets = description.steps.some((step) => step.do === "add sheet");
  if (addsSheets) await context.sync();
  const names = addsSheets ? new Set(sheets.items.map(({ name }) => name.toLowerCase())) : undefined;
  const there = new There(context, (name) => names?.has(name.toLowerCase()) ?? true);
  const claimed = new Set(claims(description).map((block) => there.cells(block)));
  const readings = description.steps.map((step) => remember(there, step.do, step));
  try {
    await context.sync();
  } catch (cause) {
    if (codeOf(cause) !== "ItemNotFound") throw cause;
    // Some sheet is missing: say which.
    const now = context.workbook.worksheets.load("items/name");
    await context.sync();
    checkSheets(description, new Set(now.items.map(({ name }) => name.toLowerCase())));
    throw cause;
  }
  return { worksheets: sheets.items, claimed: [...claimed].flatMap((cells) => cells.contents() ?? []), readings };
}

function remember<Name extends Step["do"]>(there: There, name: Name, step: StepOf<Name>): Reading<Carried> {
  return begin(kinds[name], there, step);
}

/** Finishes the reading, with one more sync if some of it can be asked only now. */
async function remembered(
  context: Excel.RequestContext,
  readings: readonly Reading<Carried>[],
): Promise<readonly Carried[]> {
  const unfinished = readings.filter((reading) => reading.more?.());
  if (unfinished.length > 0) await context.sync();
  return readings.map((reading) => reading.read());
}

/** What to say when a sheet is missing. */
export function noSheet(name: string): WorkbookFailure {
  return new WorkbookFailure(`There is no sheet called ${name} anymore.`, "lost");
}

/** Refuses, before Excel is asked anything, a step that can't be right, or that this Excel is too old for. */
function checkAlone<Name extends Step["do"]>(name: Name, step: StepOf<Name>): void {
  const { check } = kinds[name];
  check.alone?.(step);
  const [version, wish] = check.needs ?? [];
  if (version === undefined || supports(version)) return;
  throw new WorkbookFailure(`This version of Excel can’t ${wish ?? ""}. Update Excel, then try again.`, "refused");
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
