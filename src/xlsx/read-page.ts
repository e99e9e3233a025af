import {
  anyPages,
  columnNumber,
  keelMargins,
  type Block,
  type Margin,
  type PrintOption,
  type PrintSetUp,
} from "../sheets";
import { excelMargins, printOptions, usualPaper } from "./page-parts";
import { blocksOf } from "./read-sheet";
import { plainText } from "./stored-text";
import { childrenOf, find, holds, type Element } from "./xml";

/** What the names of the workbook say about a sheet's printing: formulas, as they stand in the file. */
export interface PrintNames {
  readonly area?: string;
  readonly titles?: string;
}

/** Reads how a sheet is printed; undefined if nothing in its file says that it differs from a new sheet. */
export function printOf(
  part: Element,
  { area = "", titles = "" }: PrintNames,
  sheet: string,
  leaveOut: (sentence: string) => void,
): PrintSetUp | undefined {
  const child = (name: string): Element | undefined => childrenOf(part, name)[0];
  const setUp = child("pageSetup")?.attributes ?? {};
  const fitted = holds(find(child("sheetPr"), "pageSetUpPr")?.attributes["fitToPage"]);
  const number = (name: string, usual: number, most: number): number => {
    const found = Number.parseInt(setUp[name] ?? "", 10);
    return found >= 0 && found <= most ? found : usual;
  };
  const pages = (name: string): number => number(name, 1, anyPages) || anyPages;
  const pagesWide = fitted ? pages("fitToWidth") : 1;
  const pagesTall = fitted ? pages("fitToHeight") : anyPages;
  const percent = Math.max(10, number("scale", 100, 400));
  const paper = number("paperSize", usualPaper, 32_767);
  const margins = marginsOf(child("pageMargins"));
  const options = (Object.keys(printOptions) as PrintOption[]).filter((option) =>
    holds(child("printOptions")?.attributes[printOptions[option]]),
  );
  const words = child("headerFooter");
  if (holds(words?.attributes["differentFirst"]) || holds(words?.attributes["differentOddEven"])) {
    leaveOut("Headers and footers of their own for the first page or for even pages are left out.");
  }
  const [header, footer] = ["oddHeader", "oddFooter"].map((name) =>
    // What &G stands for is a picture.
    plainText(childrenOf(words, name)[0]?.text ?? "").replaceAll(/(&&)|&G/g, "$1"),
  );
  // Excel passes over the breaks of a sheet that is fitted in height.
  const breaks = pagesTall === anyPages ? breaksOf(child("rowBreaks"), 1_048_576) : [];
  const columnBreaks = fitted ? [] : breaksOf(child("colBreaks"), 16_384);
  const areas = areasOf(area, sheet);
  if (area !== "" && areas.length === 0) leaveOut("Print areas that a formula works out are left out.");
  const repeat = repeatedRows(titles);
  const repeatColumns = repeatedColumns(titles);

  const print: PrintSetUp = {
    orientation: setUp["orientation"] === "landscape" ? "landscape" : "portrait",
    areas,
    pagesTall,
    ...(paper === usualPaper || paper === 0 ? {} : { paper }),
    ...(fitted ? (pagesWide === 1 ? {} : { pagesWide }) : { percent }),
    ...(breaks.length > 0 ? { breaks } : {}),
    ...(columnBreaks.length > 0 ? { columnBreaks } : {}),
    ...(repeat ? { repeat } : {}),
    ...(repeatColumns ? { repeatColumns } : {}),
    ...(same(margins, keelMargins) ? {} : { margins }),
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    ...(options.length > 0 ? { options } : {}),
  };
  const asNew: PrintSetUp = {
    orientation: "portrait",
    areas: [],
    pagesTall: anyPages,
    percent: 100,
    margins: excelMargins,
  };
  return JSON.stringify(print) === JSON.stringify(asNew) ? undefined : print;
}

function marginsOf(element: Element | undefined): Readonly<Record<Margin, number>> {
  const side = (name: Margin): number => {
    const inches = Number.parseFloat(element?.attributes[name] ?? "");
    return inches >= 0 && inches < 50 ? inches : excelMargins[name];
  };
  return {
    left: side("left"),
    right: side("right"),
    top: side("top"),
    bottom: side("bottom"),
    header: side("header"),
    footer: side("footer"),
  };
}

function same(one: Readonly<Record<Margin, number>>, other: Readonly<Record<Margin, number>>): boolean {
  return (Object.keys(one) as Margin[]).every((side) => one[side] === other[side]);
}

/** The rows or columns that begin a page because someone said so. */
function breaksOf(list: Element | undefined, most: number): readonly number[] {
  const found = childrenOf(list, "brk")
    .filter(({ attributes }) => holds(attributes["man"]))
    .map(({ attributes }) => Number(attributes["id"]))
    .filter((at) => Number.isInteger(at) && at > 0 && at < most);
  return [...new Set(found)].sort((one, other) => one - other);
}

/** The blocks of `Plan!$A$1:$C$9,'My plan'!$E:$F`; none if one of them is none. */
function areasOf(text: string, sheet: string): readonly Block[] {
  if (text === "") return [];
  const areas = placesIn(text).map((each) => blocksOf(each, sheet)[0]);
  return areas.every((area) => area !== undefined) ? areas : [];
}

function repeatedRows(text: string): PrintSetUp["repeat"] {
  const [, from, to] =
    placesIn(text)
      .map((each) => /^\$?(\d+):\$?(\d+)$/.exec(each))
      .find(Boolean) ?? [];
  return from && to ? { from: Number(from) - 1, to: Number(to) - 1 } : undefined;
}

function repeatedColumns(text: string): PrintSetUp["repeatColumns"] {
  const [, from, to] =
    placesIn(text)
      .map((each) => /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(each))
      .find(Boolean) ?? [];
  return from && to ? { from: columnNumber(from), to: columnNumber(to) } : undefined;
}

/**
 * The places of a list with commas between them, without their sheets' names; none if it is anything else. A quoted name
 * may hold commas and, from programs that don't double them, single apostrophes.
 */
function placesIn(text: string): readonly string[] {
  const places: string[] = [];
  place.lastIndex = 0;
  while (place.lastIndex < text.length) {
    const found = place.exec(text);
    if (!found) return [];
    places.push(found[1] ?? "");
  }
  return places;
}

const place = /\s*(?:(?:'.*?'|[^'!(),]+)!)?(\$?[A-Z]{0,3}\$?\d{0,7}(?::\$?[A-Z]{0,3}\$?\d{0,7})?)\s*(?:,|$)/isy;
