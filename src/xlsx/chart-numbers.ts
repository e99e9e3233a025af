import { address, type Block, type Book } from "../sheets";
import { cellsIn } from "./block-cells";
import { storedText } from "./stored-text";
import { escaped } from "./xml";

/** The cells that a chart takes numbers from, with the numbers that they hold now. */
export function numbersPart(cells: Block, format: string, book: Book): string {
  const numbers = cellsIn(book.sheets, cells);
  const points = numbers.map((cell, at) =>
    typeof cell?.value === "number" ? `<c:pt idx="${at}"><c:v>${cell.value}</c:v></c:pt>` : "",
  );
  return (
    `<c:numRef><c:f>${escaped(address(cells, true))}</c:f>` +
    `<c:numCache><c:formatCode>${escaped(storedText(format))}</c:formatCode><c:ptCount val="${numbers.length}"/>${points.join("")}</c:numCache>` +
    `</c:numRef>`
  );
}
