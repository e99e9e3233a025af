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
import type { CellLook } from "../sheets";

const across = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const down = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const weights = { thin: BorderStyleTypes.THIN, medium: BorderStyleTypes.MEDIUM } as const;
const sides = { top: "t", bottom: "b", left: "l", right: "r" } as const;

/** A look and a number format as Univer keeps them in a cell. */
export function styleOf(look: CellLook, format?: string): IStyleData {
  const { bold, italic, underline, strikethrough, size, font, ink, fill, wrap, lines } = look;
  return {
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(strikethrough && { st: { s: BooleanNumber.TRUE } }),
    ...(size !== undefined && { fs: size }),
    ...(font !== undefined && { ff: font }),
    ...(ink !== undefined && { cl: { rgb: ink } }),
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(look.across && { ht: across[look.across] }),
    ...(look.down && { vt: down[look.down] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(lines && { bd: bordersOf(lines) }),
    ...(format !== undefined && { n: { pattern: format } }),
  };
}

/** The look of a style; undefined if it is Excel's default in everything that a look knows. */
export function lookOf(style: IStyleData): CellLook | undefined {
  const ink = colourOf(style.cl);
  const fill = colourOf(style.bg);
  const look: CellLook = {
    ...(style.bl === BooleanNumber.TRUE && { bold: true }),
    ...(style.it === BooleanNumber.TRUE && { italic: true }),
    ...(style.ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(style.st?.s === BooleanNumber.TRUE && { strikethrough: true }),
    ...(style.fs !== undefined && { size: style.fs }),
    ...(style.ff != null && { font: style.ff }),
    ...(ink !== undefined && { ink }),
    ...(fill !== undefined && { fill }),
    ...nameIn(across, style.ht, "across"),
    ...nameIn(down, style.vt, "down"),
    ...(style.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(style.bd && linesOf(style.bd)),
  };
  return Object.keys(look).length > 0 ? look : undefined;
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

function bordersOf(lines: NonNullable<CellLook["lines"]>): IBorderData {
  const borders: IBorderData = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = lines[side];
    if (line) borders[sides[side]] = { s: weights[line.weight], cl: { rgb: line.ink } };
  }
  return borders;
}

function linesOf(borders: IBorderData): Pick<CellLook, "lines"> {
  const found = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const border = borders[sides[side]];
    if (!border || border.s === BorderStyleTypes.NONE) return [];
    const medium = [BorderStyleTypes.MEDIUM, BorderStyleTypes.THICK, BorderStyleTypes.DOUBLE].includes(border.s);
    return [[side, { ink: colourOf(border.cl) ?? "#000000", weight: medium ? "medium" : "thin" }] as const];
  });
  return found.length > 0 ? { lines: Object.fromEntries(found) } : {};
}

/** The entry of an alignment's word, under the look's own name for it. */
function nameIn<Word extends string, Key extends string>(
  words: Readonly<Record<Word, number>>,
  value: Nullable<number>,
  key: Key,
): { readonly [key in Key]?: Word } {
  const found = (Object.keys(words) as Word[]).find((word) => words[word] === value);
  return found === undefined ? {} : ({ [key]: found } as { readonly [key in Key]: Word });
}
