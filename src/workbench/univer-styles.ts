import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IColorStyle,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { CellStyle } from "../sheets";

const across = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const down = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const weights = { thin: BorderStyleTypes.THIN, medium: BorderStyleTypes.MEDIUM } as const;
const sides = { top: "t", bottom: "b", left: "l", right: "r" } as const;

/** A style and a number format as Univer keeps them in a cell. */
export function univerStyleOf(style: CellStyle, format?: string): IStyleData {
  const { bold, italic, underline, strikethrough, size, font, ink, fill, wrap, lines } = style;
  return {
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(strikethrough && { st: { s: BooleanNumber.TRUE } }),
    ...(size !== undefined && { fs: size }),
    ...(font !== undefined && { ff: font }),
    ...(ink !== undefined && { cl: { rgb: ink } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(style.across && { ht: across[style.across] }),
    ...(style.down && { vt: down[style.down] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(lines && { bd: bordersOf(lines) }),
    ...(format !== undefined && { n: { pattern: format } }),
  };
}

/** A cell's style out of Univer's; undefined if it is Excel's default in everything that a style knows. */
export function cellStyleOf(univer: IStyleData): CellStyle | undefined {
  const ink = colourOf(univer.cl);
  const fill = colourOf(univer.bg);
  const style: CellStyle = {
    ...(univer.bl === BooleanNumber.TRUE && { bold: true }),
    ...(univer.it === BooleanNumber.TRUE && { italic: true }),
    ...(univer.ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(univer.st?.s === BooleanNumber.TRUE && { strikethrough: true }),
    ...(univer.fs !== undefined && { size: univer.fs }),
    ...(univer.ff != null && { font: univer.ff }),
    ...(ink !== undefined && { ink }),
    ...(fill !== undefined && { fill }),
    ...nameIn(across, univer.ht, "across"),
    ...nameIn(down, univer.vt, "down"),
    ...(univer.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(univer.bd && linesOf(univer.bd)),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

/** The number format of a style; undefined for Excel's General. */
export function formatOf(style: IStyleData): string | undefined {
  const pattern = style.n?.pattern;
  return pattern === undefined || pattern === "" || pattern === "General" ? undefined : pattern;
}

/** A colour as six hexadecimal digits after a #. Univer keeps it as it was given, or as `rgb(1,2,3)`. */
export function colourOf(colour: Nullable<IColorStyle>): string | undefined {
  const text = colour?.rgb?.trim();
  if (!text) return undefined;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  if (parts) {
    const digits = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0"));
    return `#${digits.join("").toUpperCase()}`;
  }
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .flatMap((digit) => [digit, digit])
      .join("")}`.toUpperCase();
  return /^#[\da-f]{6}/i.test(text) ? text.slice(0, 7).toUpperCase() : undefined;
}

function bordersOf(lines: NonNullable<CellStyle["lines"]>): IBorderData {
  const borders: IBorderData = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = lines[side];
    if (line) borders[sides[side]] = { s: weights[line.weight], cl: { rgb: line.ink } };
  }
  return borders;
}

function linesOf(borders: IBorderData): Pick<CellStyle, "lines"> {
  const found = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const border = borders[sides[side]];
    if (!border || border.s === BorderStyleTypes.NONE) return [];
    const medium = [BorderStyleTypes.MEDIUM, BorderStyleTypes.THICK, BorderStyleTypes.DOUBLE].includes(border.s);
    return [[side, { ink: colourOf(border.cl) ?? "#000000", weight: medium ? "medium" : "thin" }] as const];
  });
  return found.length > 0 ? { lines: Object.fromEntries(found) } : {};
}

/** The entry of an alignment's word, under the style's own name for it. */
function nameIn<Word extends string, Key extends string>(
  words: Readonly<Record<Word, number>>,
  value: Nullable<number>,
  key: Key,
): { readonly [key in Key]?: Word } {
  const found = (Object.keys(words) as Word[]).find((word) => words[word] === value);
  return found === undefined ? {} : ({ [key]: found } as { readonly [key in Key]: Word });
}
