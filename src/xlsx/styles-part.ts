import type { BookCell, CellStyle, Flag } from "../sheets";
import { firstOwnFormat, numberedFormats, sureNumbers } from "./number-formats";
import { Numbered } from "./numbered";
import { storedText } from "./stored-text";
import { tableStyleParts } from "./table-parts";
import { declaration, escaped } from "./xml";

/** The Normal font, which every style starts from: the theme's font for text in the theme's colour for text. */
const normal = { name: "Calibri", size: 11 } as const;

/** The numbers of formats that need not be written out. */
const numbers = new Map(sureNumbers.map((number) => [numberedFormats[number], number]));

/**
 * A workbook's styles while its cells are written: each look gets a number when a cell first asks for it.
 * Source: ECMA-376 Part 1, 18.8, styles.
 */
export class StylesPart {
  readonly #fonts = new Numbered([fontPart({})]);
  // A file's first two fills are always these.
  readonly #fills = new Numbered([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #borders = new Numbered([borderPart({})]);
  readonly #formats = new Numbered();
  readonly #cells = new Numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  readonly #flags = new Numbered();
  readonly #known = new Map<string, number>();

  /** The number of a cell's look. With `quoted`, its text stays text when it is edited, also "=1+1". */
  cell({ format, style }: Pick<BookCell, "format" | "style">, quoted: boolean): number {
    if (format === undefined && !style && !quoted) return 0;
    const key = keyOf(format, style, quoted);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#cells.of(this.#cellPart(format, style ?? {}, quoted));
    this.#known.set(key, number);
    return number;
  }

  /** The number of a conditional format's look. */
  flag({ fill, ink }: Pick<Flag, "fill" | "ink">): number {
    const font = ink ? `<font>${colourPart(ink)}</font>` : "";
    // In a conditional format a solid fill's colour is called its background.
    const paper = fill
      ? `<fill><patternFill patternType="solid"><bgColor rgb="${opaque(fill)}"/></patternFill></fill>`
      : "";
    return this.#flags.of(`<dxf>${font}${paper}</dxf>`);
  }

  /** The part itself, once all cells have their numbers. `tables` says whether Keel's style for tables is in it. */
  part(tables: boolean): string {
    const flags = this.#flags.all;
    const { formats, style } = tables ? tableStyleParts(flags.length) : { formats: [], style: "" };
    const ownFormats = this.#formats.all.map(
      (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${escaped(format)}"/>`,
    );
    return (
      `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (ownFormats.length > 0 ? list("numFmts", ownFormats) : "") +
      list("fonts", this.#fonts.all) +
      list("fills", this.#fills.all) +
      list("borders", this.#borders.all) +
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list("cellXfs", this.#cells.all) +
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      list("dxfs", [...flags, ...formats]) +
      `<tableStyles count="${tables ? 1 : 0}" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16">${style}</tableStyles>` +
      `</styleSheet>`
    );
  }

  #cellPart(format: string | undefined, style: CellStyle, quoted: boolean): string {
    const font = this.#fonts.of(fontPart(style));
    const fill = style.fill ? this.#fills.of(fillPart(style.fill)) : 0;
    const border = this.#borders.of(borderPart(style.lines ?? {}));
    const { across, down, wrap } = style;
    const vertical = down === "middle" ? "center" : down;
    const alignment =
      (across ? ` horizontal="${across}"` : "") +
      (vertical ? ` vertical="${vertical}"` : "") +
      (wrap ? ' wrapText="1"' : "");
    const applied = [
      ["NumberFormat", format !== undefined],
      ["Font", font > 0],
      ["Fill", fill > 0],
      ["Border", border > 0],
      ["Alignment", alignment !== ""],
    ] as const;
    return (
      `<xf numFmtId="${this.#formatNumber(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
      (quoted ? ' quotePrefix="1"' : "") +
      applied.map(([what, applies]) => (applies ? ` apply${what}="1"` : "")).join("") +
      (alignment ? `><alignment${alignment}/></xf>` : "/>")
    );
  }

  #formatNumber(format: string | undefined): number {
    if (format === undefined || format.toLowerCase() === "general") return 0;
    return numbers.get(format) ?? firstOwnFormat + this.#formats.of(storedText(format));
  }
}

/** The same text for the same look: asked for each cell of a large sheet, and so without JSON where it isn't needed. */
function keyOf(format: string | undefined, style: CellStyle | undefined, quoted: boolean): string {
  let key = quoted ? "quoted" : "";
  for (const name in style) {
    const value = style[name as keyof CellStyle];
    key += `;${name}:${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
  }
  return `${key};${format ?? ""}`;
}

function list(name: string, entries: readonly string[]): string {
  return `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
}

function fontPart({ bold, italic, strikethrough, underline, size, font, ink }: CellStyle): string {
  return (
    `<font>${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${strikethrough ? "<strike/>" : ""}${underline ? "<u/>" : ""}` +
    `<sz val="${size ?? normal.size}"/>${ink ? colourPart(ink) : '<color theme="1"/>'}` +
    // A font of one's own is not the theme's font.
    `<name val="${escaped(storedText(font ?? normal.name))}"/>${font ? "" : '<family val="2"/><scheme val="minor"/>'}</font>`
  );
}

function fillPart(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${opaque(colour)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderPart(lines: NonNullable<CellStyle["lines"]>): string {
  const sides = (["left", "right", "top", "bottom"] as const).map((side) => {
    const line = lines[side];
    return line ? `<${side} style="${line.weight}">${colourPart(line.ink)}</${side}>` : `<${side}/>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

function colourPart(colour: string): string {
  return `<color rgb="${opaque(colour)}"/>`;
}

/** `#0B6E85` as a file holds it: opaque. */
function opaque(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
