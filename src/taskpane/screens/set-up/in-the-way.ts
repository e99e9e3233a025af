import { localAddress, type Block } from "../../../sheets";

/** How many places are named before the rest is counted. */
const NAMED = 6;

/** Says which cells are meant, sheet by sheet: `C2:C7 on sheet 401(k)`. Cells that touch are named together. */
export function cellsInWords(blocks: readonly Block[]): readonly string[] {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => {
    const runs = joined(blocks.filter((block) => block.sheet === sheet));
    const named = runs.slice(0, NAMED).map((run) => localAddress(run));
    const rest = runs.length - named.length;
    return `${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""} on sheet ${sheet}`;
  });
}

/** Puts blocks together that stand side by side with equal ends, first down the columns and then across. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const down = merge(
    [...blocks].sort((one, other) => one.column - other.column || one.row - other.row),
    (one, next) => one.column === next.column && one.width === next.width && one.row + one.height === next.row,
    (one, next) => ({ ...one, height: one.height + next.height }),
  );
  return merge(
    [...down].sort((one, other) => one.row - other.row || one.column - other.column),
    (one, next) => one.row === next.row && one.height === next.height && one.column + one.width === next.column,
    (one, next) => ({ ...one, width: one.width + next.width }),
  );
}

function merge(
  blocks: readonly Block[],
  touch: (one: Block, next: Block) => boolean,
  together: (one: Block, next: Block) => Block,
): readonly Block[] {
  return blocks.reduce<readonly Block[]>((so, block) => {
    const last = so.at(-1);
    return last && touch(last, block) ? [...so.slice(0, -1), together(last, block)] : [...so, block];
  }, []);
}
