import { overlap, type Block, type Sheet } from "../sheets";

/** The merged cells that Excel takes: it refuses those that share cells with others or with a table. The first stays. */
export function mergesApart({ merged, tables }: Pick<Sheet, "merged" | "tables">): readonly Block[] {
  const taken = new Taken();
  for (const { block } of tables) taken.add(block);
  return merged.filter((block) => {
    if (block.height * block.width <= 1 || taken.touches(block)) return false;
    taken.add(block);
    return true;
  });
}

/** Rows that are looked at together, and the most of these bands that a block lies in without being a tall one. */
const bandRows = 16;
const mostBands = 8;

/** Blocks of one sheet, found by their rows: comparing each of thousands with each other would take seconds. */
class Taken {
  readonly #all: Block[] = [];
  readonly #tall: Block[] = [];
  readonly #bands = new Map<number, Block[]>();

  add(block: Block): void {
    this.#all.push(block);
    const bands = bandsOf(block);
    if (!bands) this.#tall.push(block);
    for (const band of bands ?? []) {
      const there = this.#bands.get(band);
      if (there) there.push(block);
      else this.#bands.set(band, [block]);
    }
  }

  touches(block: Block): boolean {
    const bands = bandsOf(block);
    if (!bands) return this.#all.some((other) => overlap(block, other));
    const near = (blocks: readonly Block[] = []): boolean => blocks.some((other) => overlap(block, other));
    return near(this.#tall) || bands.some((band) => near(this.#bands.get(band)));
  }
}

/** The bands that a block lies in; undefined for a tall one. */
function bandsOf({ row, height }: Block): readonly number[] | undefined {
  const first = Math.floor(row / bandRows);
  const count = Math.floor((row + height - 1) / bandRows) - first + 1;
  return count > mostBands ? undefined : Array.from({ length: count }, (_, index) => first + index);
}
