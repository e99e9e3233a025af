import { anyPages, keelMargins, type Margin, type PrintOption, type PrintSetUp } from "../sheets";
import { cut, storedText } from "./stored-text";
import { escaped } from "./xml";

/** US Letter, as Excel numbers paper. */
export const usualPaper = 1;
/** Excel's for a new sheet, in inches. */
export const excelMargins: Readonly<Record<Margin, number>> = {
  left: 0.7,
  right: 0.7,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};
/** What a file calls the options. */
export const printOptions: Readonly<Record<PrintOption, string>> = {
  "centered across": "horizontalCentered",
  "centered down": "verticalCentered",
  headings: "headings",
  gridlines: "gridLines",
};
/** Excel's limit for a header or a footer, in letters. */
const mostLetters = 255;

/** Whether a print set-up is fitted to pages. */
export function isFitted({ percent }: PrintSetUp): boolean {
  return percent === undefined;
}

/**
 * Writes how a sheet is printed, but for what is in names of the workbook's: its areas and what is repeated. In the order
 * of the schema, ECMA-376 Part 1, 18.3.1.99.
 */
export function pageParts(print: PrintSetUp | undefined): string {
  if (!print) return marginsPart(excelMargins);
  const { options = [], margins = keelMargins, header, footer, breaks = [], columnBreaks = [] } = print;
  const attributes = options.map((option) => ` ${printOptions[option]}="1"`).join("");
  const words = wordsPart("oddHeader", header) + wordsPart("oddFooter", footer);
  return (
    (attributes && `<printOptions${attributes}/>`) +
    marginsPart(margins) +
    setUpPart(print) +
    (words && `<headerFooter>${words}</headerFooter>`) +
    breaksPart("rowBreaks", breaks, 16_383) +
    breaksPart("colBreaks", columnBreaks, 1_048_575)
  );
}

function marginsPart(margins: Readonly<Record<Margin, number>>): string {
  const sides = ["left", "right", "top", "bottom", "header", "footer"] as const;
  return `<pageMargins${sides.map((side) => ` ${side}="${margins[side]}"`).join("")}/>`;
}

function setUpPart(print: PrintSetUp): string {
  const { orientation, paper = usualPaper, pagesWide = 1, pagesTall, percent, breaks = [] } = print;
  const pages = (count: number): number => (count >= anyPages ? 0 : count);
  // Pages that are fitted in height as well would pass over the breaks.
  const tall = breaks.length > 0 ? 0 : pages(pagesTall);
  const size = isFitted(print) ? ` fitToWidth="${pages(pagesWide)}" fitToHeight="${tall}"` : "";
  const scale = percent === undefined ? "" : ` scale="${percent}"`;
  return `<pageSetup paperSize="${paper}"${scale}${size} orientation="${orientation}"/>`;
}

function wordsPart(name: string, words = ""): string {
  return words && `<${name}>${escaped(storedText(cut(words, mostLetters)))}</${name}>`;
}

/** Each break is said by the number of the row or column before it, counted from 1. */
function breaksPart(name: string, breaks: readonly number[], most: number): string {
  if (breaks.length === 0) return "";
  const entries = breaks.map((at) => `<brk id="${at}" max="${most}" man="1"/>`);
  return `<${name} count="${breaks.length}" manualBreakCount="${breaks.length}">${entries.join("")}</${name}>`;
}
