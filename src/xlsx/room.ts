import { UnreadableWorkbook } from "./errors";
import { cut } from "./stored-text";

/** The most that is taken from one workbook: more than people's workbooks hold, and less than stops a page. */
const most = {
  cells: 1_000_000,
  /** Letters of all texts together, once for each cell that shows one: a file may hold a long text once for thousands. */
  text: 32_000_000,
  /** Letters of all formulas together: a file may hold one once for thousands. */
  formulas: 16_000_000,
  /** Blocks of merged cells, rules and flags together. */
  blocks: 20_000,
  /** Cells that formulas fill with their results. */
  filled: 1_000_000,
} as const;

/** After so many cells each it is told how many there are. */
const step = 20_000;
const tooManyCells =
  "This workbook is too large to open here: more than a million of its cells are filled. In Excel, delete the sheets or rows that you don’t need here, save it under another name, and open that.";

/** As many letters as a cell can hold in Excel. */
const mostLetters = 32_767;
/** Texts up to this length are kept however many there are. */
const short = 255;

/** The room that is left for what a workbook file holds. What finds none is cut or left out, and that is said. */
export class Room {
  readonly #left: Record<keyof typeof most, number> = { ...most };
  readonly #leaveOut: (sentence: string) => void;
  readonly #progress: ((cells: number) => void) | undefined;

  /** `progress` is told now and then how many cells have been taken in. */
  constructor(leaveOut: (sentence: string) => void, progress?: (cells: number) => void) {
    this.#leaveOut = leaveOut;
    this.#progress = progress;
  }

  /** Takes a cell in. Throws `UnreadableWorkbook` for one too many: half a workbook would be worse than none. */
  cell(): void {
    if (!this.#take("cells", 1)) throw new UnreadableWorkbook(tooManyCells);
    const taken = most.cells - this.#left.cells;
    if (this.#progress && taken % step === 0) this.#progress(taken);
  }

  /** As much of a cell's text as there is room for. */
  text(text: string): string {
    if (text.length > mostLetters) this.#leaveOut("Text beyond 32,767 letters in a cell is left out.");
    const whole = cut(text, mostLetters);
    if (this.#take("text", whole.length) || whole.length <= short) return whole;
    this.#leaveOut("There is more text than can be shown here: long texts are cut to 255 letters.");
    return cut(whole, short);
  }

  /** Tells whether there is room for a formula of so many letters. */
  formula(letters: number): boolean {
    if (this.#take("formulas", letters)) return true;
    this.#leaveOut("There are more formulas than can be worked out here: some are kept as values.");
    return false;
  }

  /** As many of these blocks as there is room for. */
  blocks<T>(blocks: readonly T[]): readonly T[] {
    const kept = blocks.slice(0, this.#left.blocks);
    this.#left.blocks -= kept.length;
    if (kept.length < blocks.length) {
      this.#leaveOut(
        "There are more merged cells, rules and conditional formats than can be kept here: the last are left out.",
      );
    }
    return kept;
  }

  /** Tells whether there is room for a formula whose result fills so many cells. */
  filled(cells: number): boolean {
    if (this.#take("filled", cells)) return true;
    this.#leaveOut("Formulas that fill very many cells are kept as values.");
    return false;
  }

  #take(what: keyof typeof most, amount: number): boolean {
    if (this.#left[what] < amount) return false;
    this.#left[what] -= amount;
    return true;
  }
}
