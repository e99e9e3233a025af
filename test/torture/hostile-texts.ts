/** As many letters as a cell can hold in Excel. */
const longest = 32_767;
const megabyte = 1_000_000;

/** Hostile text files by what they hold, as workbooks are in `hostile-files.ts`. */
export const hostileTexts: Readonly<Record<string, () => Uint8Array>> = {
  "a line of 12 megabytes": () => text("x".repeat(12 * megabyte)),
  "a line of 12 megabytes of commas": () => text(",".repeat(12 * megabyte)),
  "a line of 12 megabytes of words with all delimiters": () => text("a,b;c\td|e ".repeat(1.2 * megabyte)),
  "a quotation mark that is never closed": () => text(`"${"Fund,Value\n".repeat(megabyte)}`),
  "quotation marks without end": () => text('"'.repeat(10 * megabyte + 1)),
  "quotation marks in the middle of every cell": () => text('Fund "A" x",5"0"0,"\n'.repeat(megabyte)),
  "a quotation mark at every line's start": () => text('"Fund,Value\n'.repeat(2 * megabyte)),
  "16,384 columns": () => text(lines(60, () => Array(16_384).fill("1").join(","))),
  "more columns than a sheet has": () => text(Array(16_385).fill("1").join(",")),
  "a million lines": () => text(lines(1_000_000, (at) => `Fund ${at},${at}`)),
  "more lines than a sheet has": () => text("1,2\n".repeat(1_048_577)),
  "ten million blank lines": () => text("\n".repeat(10 * megabyte)),
  "a long text in each of a thousand cells": () => text(lines(1_000, (at) => `${"x".repeat(longest)}${at},1`)),
  "digits without end in each of a thousand cells": () => text(lines(1_000, () => `${"9".repeat(longest)},1`)),
  "spaces without end in each of a thousand cells": () => text(lines(1_000, () => `1${" ".repeat(longest)}x,1`)),
  "commas in numbers without end": () => text(lines(1_000, () => `1${";1,000".repeat(5_000)}`)),
  "dates without end in each of a thousand cells": () => text(lines(1_000, () => `${"1/2/".repeat(8_000)};1`)),
  "a title as long as a book above a list": () => text(`${"Positions for ".repeat(3_000_000)}\nFund,Value\nVTI,5\n`),
  "a heading of 32,767 letters in each of 1,000 columns": () =>
    text(`${Array(1_000).fill("H".repeat(longest)).join(",")}\n${Array(1_000).fill("1").join(",")}`),
};

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function lines(count: number, each: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => each(at)).join("\n");
}
