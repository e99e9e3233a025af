import { cellsOfChart, type Chart } from "./chart";
import type { Block } from "./place";

/** What a cell can be given: a number, a text, a truth value, or "" for empty. Text stays text, also "=1+1" and "0123". */
export type Value = number | string | boolean;

/**
 * What goes where in a workbook, as data: the wizard, the ribbon commands, the sample sheet and the starter workbook
 * all say what they want in these words, and each host (Excel, the workbench) carries them out.
 * Steps are carried out in order.
 */
export interface Description {
  /** What the user sees it called in a question or an undo list: "Add drift and trades". */
  readonly title: string;
  readonly steps: readonly Step[];
}

export type Step =
  /** Adds a sheet. A sheet of that name that is there already is used as it is. */
  | { readonly do: "add sheet"; readonly name: string }
  | { readonly do: "write values"; readonly block: Block; readonly values: readonly (readonly Value[])[] }
  /** One formula, in en-US form, in the block's top left cell; the block is what its result covers. */
  | { readonly do: "write formula"; readonly block: Block; readonly formula: string }
  /** Makes a named table with a header row of a block that is filled already. */
  | { readonly do: "add table"; readonly name: string; readonly block: Block }
  /** Gives a named table that is there already another extent, from the same top left cell; the cells are filled already. */
  | { readonly do: "resize table"; readonly name: string; readonly block: Block }
  /** An Excel number format such as `0.0%` or `$#,##0.00;-$#,##0.00`; `@` makes cells text. */
  | { readonly do: "format numbers"; readonly block: Block; readonly format: string }
  | { readonly do: "style"; readonly block: Block; readonly style: Style }
  /**
   * A conditional format: where `formula` (en-US, relative to the block's top left cell) is true, cells take the style. An
   * Excel that could crash with it goes without: what a flag shows, a cell has to say in words too.
   */
  | { readonly do: "flag"; readonly block: Block; readonly formula: string; readonly style: "act" | "fine" }
  /** What may be typed into each cell of a block, and what Excel says beside it while it is selected. */
  | ({ readonly do: "validate"; readonly block: Block } & Validation)
  /** A chart over a block of empty cells. A chart of that name on that sheet is replaced. */
  | ({ readonly do: "chart" } & Chart)
  /** In characters of the default font, as Excel counts. */
  | { readonly do: "set width"; readonly block: Block; readonly characters: number }
  /**
   * How a sheet that the description adds is printed: one page wide and as many pages long as it takes, the rows of the
   * block repeated on each page. All that is on the sheet is printed, or the whole of these columns, each block of them on
   * pages of its own. A sheet that was there before is printed as its owner has it.
   */
  | {
      readonly do: "set up page";
      readonly block: Block;
      readonly orientation: "portrait" | "landscape";
      readonly columns?: readonly Pick<Block, "column" | "width">[];
    }
  | { readonly do: "select"; readonly block: Block };

/** The steps of one kind. A record with an entry for each kind is `{ [Kind in Step["do"]]: … StepOf<Kind> … }`. */
export type StepOf<Kind extends Step["do"]> = Extract<Step, { readonly do: Kind }>;

/**
 * `heading` labels a column of words, `figure heading` one of numbers, `title` names a sheet, `label` names the `figure`
 * beside it, `input` is a cell the user is meant to change, `note` is a small remark.
 */
export type Style = "heading" | "figure heading" | "title" | "label" | "figure" | "input" | "note";

/** What a ticked cell says where there are no check boxes. */
export const tickedWord = "Yes";

/** What a `tick` is where there are no check boxes. */
export const tickInWords = { kind: "list", words: [tickedWord], strict: true } as const;

/** Whether a cell of a `tick` is ticked: TRUE by a check box, or a yes. */
export function isTicked(cell: unknown): boolean {
  return cell === true || (typeof cell === "string" && /^(yes|y|true|done|x|✓|✔)$/i.test(cell.trim()));
}

/** A validation rule: Excel tests what is typed, but not what is pasted. */
export interface Validation {
  /**
   * `any` only shows the prompt; `list` offers its words, and takes others after a question unless `strict`; `tick` is a
   * check box in an Excel that has them, and elsewhere a list of one word, `tickedWord`, or blank.
   */
  readonly allow:
    | { readonly kind: "any" }
    | { readonly kind: "tick" }
    | { readonly kind: "number"; readonly least?: number; readonly most?: number }
    | { readonly kind: "list"; readonly words: readonly string[]; readonly strict: boolean };
  /** Shown while the cell is selected. Excel takes 32 letters of title and 255 of text. */
  readonly prompt: { readonly title: string; readonly text: string };
  /** Shown when something else is typed. */
  readonly refusal?: string;
}

/** Whether a kind of step replaces what its block holds: no host writes over filled cells without asking. */
const replaces: Readonly<Record<Step["do"], boolean>> = {
  "add sheet": false,
  "write values": true,
  "write formula": true,
  "add table": false,
  "resize table": false,
  "format numbers": false,
  style: false,
  flag: false,
  validate: false,
  chart: false,
  "set width": false,
  "set up page": false,
  select: false,
};

/** Lists the blocks whose contents a description would replace. */
export function claims(description: Description): readonly Block[] {
  return description.steps.flatMap((step) => (replaces[step.do] && "block" in step ? [step.block] : []));
}

/** The sheet a step works on; undefined for one that adds a sheet. */
export function sheetOf(step: Step): string | undefined {
  if (step.do === "add sheet") return undefined;
  return step.do === "chart" ? step.at.sheet : step.block.sheet;
}

/** The sheets that a step needs to be there: its own, and those that a chart shows. */
export function sheetsOf(step: Step): readonly string[] {
  const sheet = sheetOf(step);
  if (sheet === undefined) return [];
  if (step.do !== "chart") return [sheet];
  return [...new Set([sheet, ...cellsOfChart(step).map((block) => block.sheet)])];
}
