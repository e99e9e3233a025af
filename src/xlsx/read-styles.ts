import type { CellStyle, Flag } from "../sheets";
import type { Colours } from "./colours";
import { isDateFormat, numberedFormats } from "./number-formats";
import { childrenOf, find, holds, type Element } from "./xml";

/** What a cell's style number means. */
export interface NumberedStyle {
  readonly format?: string;
  readonly style?: CellStyle;
  /** Whether numbers in it are days: those of a workbook that counts from 1904 have to be moved. */
  readonly isDate: boolean;
}

export interface Styles {
  readonly cell: (number: number) => NumberedStyle;
  /** The style of a conditional format. */
  readonly flag: (number: number) => Pick<Flag, "fill" | "ink">;
}

/** Reads the styles part. Looks are told apart from the workbook's own Normal style: what agrees with it is left out. What of the looks in use isn't kept is said. */
export function stylesOf(styles: Element | undefined, colours: Colours, leaveOut: (sentence: string) => void): Styles {
  const group = (name: string): readonly Element[] => childrenOf(styles, name)[0]?.children ?? [];
  const formats = new Map(
    group("numFmts").map(({ attributes }) => [Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General"]),
  );
  const fonts = group("fonts");
  const fills = group("fills");
  const borders = group("borders");
  const cellFormats = group("cellXfs");
  const differences = group("dxfs");
  const [normal] = group("cellStyleXfs");
  const normalFont = fonts[Number(normal?.attributes["fontId"] ?? 0)];
  const known = new Map<number, NumberedStyle>();

  const read = (number: number): NumberedStyle => {
    const cell = cellFormats[number];
    const id = Number(cell?.attributes["numFmtId"] ?? 0);
    const format = formats.get(id) ?? numberedFormats[id];
    const fill = fills[Number(cell?.attributes["fillId"] ?? 0)];
    const border = borders[Number(cell?.attributes["borderId"] ?? 0)];
    const [alignment] = childrenOf(cell, "alignment");
    const style: CellStyle = {
      ...fontStyle(fonts[Number(cell?.attributes["fontId"] ?? 0)], normalFont, colours),
      ...fillStyle(fill, colours),
      ...alignmentStyle(alignment, childrenOf(normal, "alignment")[0]),
      ...linesStyle(border, colours),
    };
    if (isPatterned(fill)) leaveOut("Gradients and patterns behind cells are left out.");
    if (isTurned(alignment)) leaveOut("Indents, turned text, and text justified or shrunk to fit are left out.");
    if (hasOtherLines(border))
      leaveOut("Double, broken and slanting lines at cells become plain ones or are left out.");
    return {
      ...(format === undefined || format.toLowerCase() === "general" ? {} : { format }),
      ...(Object.keys(style).length > 0 ? { style } : {}),
      isDate: format !== undefined && isDateFormat(format),
    };
  };

  return {
    cell(number) {
      const style = known.get(number) ?? read(number);
      known.set(number, style);
      return style;
    },
    flag(number) {
      const difference = differences[number];
      if (hasMoreThanColours(difference)) leaveOut("Of conditional formats only the colors are kept.");
      const pattern = find(childrenOf(difference, "fill")[0], "patternFill");
      const fill = colours.of(childrenOf(pattern, "bgColor")[0] ?? childrenOf(pattern, "fgColor")[0]);
      const ink = colours.of(childrenOf(childrenOf(difference, "font")[0], "color")[0]);
      return { ...(fill ? { fill } : {}), ...(ink ? { ink } : {}) };
    },
  };
}

function fontStyle(font: Element | undefined, normal: Element | undefined, colours: Colours): CellStyle {
  const [name, usualName] = [valueOf(font, "name"), valueOf(normal, "name")];
  const [size, usualSize] = [valueOf(font, "sz"), valueOf(normal, "sz")];
  const [colour, usualColour] = [childrenOf(font, "color")[0], childrenOf(normal, "color")[0]];
  const usual = JSON.stringify(colour?.attributes) === JSON.stringify(usualColour?.attributes);
  const { theme, tint, indexed } = colour?.attributes ?? {};
  // Theme colour 1 and number 64 mean "as the window writes", black on white and white on black: kept as black, such
  // text would vanish in a dark grid.
  const ink = usual || (theme === "1" && !tint) || indexed === "64" ? undefined : colours.of(colour);
  return {
    ...(isOn(font, "b") ? { bold: true } : {}),
    ...(isOn(font, "i") ? { italic: true } : {}),
    ...(isOn(font, "u") ? { underline: true } : {}),
    ...(isOn(font, "strike") ? { strikethrough: true } : {}),
    ...(size !== undefined && size !== usualSize ? { size: Number(size) } : {}),
    ...(name !== undefined && name !== usualName ? { font: name } : {}),
    ...(ink ? { ink } : {}),
  };
}

/** A font's switches are elements that are on by being there, unless they say they are off. */
function isOn(font: Element | undefined, name: string): boolean {
  const [element] = childrenOf(font, name);
  return element !== undefined && !["0", "false", "none"].includes(element.attributes["val"] ?? "1");
}

function valueOf(element: Element | undefined, name: string): string | undefined {
  return childrenOf(element, name)[0]?.attributes["val"];
}

function fillStyle(fill: Element | undefined, colours: Colours): CellStyle {
  const [pattern] = childrenOf(fill, "patternFill");
  if (pattern?.attributes["patternType"] !== "solid") return {};
  const colour = colours.of(childrenOf(pattern, "fgColor")[0]);
  return colour ? { fill: colour } : {};
}

function isPatterned(fill: Element | undefined): boolean {
  const type = childrenOf(fill, "patternFill")[0]?.attributes["patternType"] ?? "none";
  return childrenOf(fill, "gradientFill").length > 0 || !["none", "solid"].includes(type);
}

function isTurned(alignment: Element | undefined): boolean {
  const { indent = "0", textRotation = "0", shrinkToFit, horizontal = "", vertical = "" } = alignment?.attributes ?? {};
  const spread = /^(fill|justify|distributed)$/;
  return (
    Number(indent) > 0 ||
    Number(textRotation) > 0 ||
    holds(shrinkToFit) ||
    spread.test(horizontal) ||
    spread.test(vertical)
  );
}

function hasOtherLines(border: Element | undefined): boolean {
  const plain = new Set(["none", "thin", "medium", "thick"]);
  return (border?.children ?? []).some(({ attributes: { style = "none" }, name }) =>
    name === "diagonal" ? style !== "none" : !plain.has(style),
  );
}

/** Whether a conditional format changes more of a cell than its two colours. */
function hasMoreThanColours(difference: Element | undefined): boolean {
  const [font] = childrenOf(difference, "font");
  return (
    ["b", "i", "u", "strike"].some((name) => isOn(font, name)) ||
    childrenOf(difference, "numFmt").length > 0 ||
    (childrenOf(difference, "border")[0]?.children ?? []).some(({ attributes: { style = "none" } }) => style !== "none")
  );
}

function alignmentStyle(alignment: Element | undefined, normal: Element | undefined): CellStyle {
  const own = (name: string): string => {
    const value = alignment?.attributes[name] ?? "";
    return value === normal?.attributes[name] ? "" : value;
  };
  const across = ({ left: "left", center: "center", centerContinuous: "center", right: "right" } as const)[
    own("horizontal")
  ];
  const down = ({ top: "top", center: "middle", bottom: "bottom" } as const)[own("vertical")];
  return {
    ...(across ? { across } : {}),
    ...(down ? { down } : {}),
    ...(holds(alignment?.attributes["wrapText"]) ? { wrap: true } : {}),
  };
}

const heavy = new Set([
  "medium",
  "thick",
  "double",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
]);

function linesStyle(border: Element | undefined, colours: Colours): CellStyle {
  const sides = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const [line] = childrenOf(border, side);
    const style = line?.attributes["style"];
    if (style === undefined || style === "none") return [];
    const ink = colours.of(childrenOf(line, "color")[0]) ?? "#000000";
    return [[side, { ink, weight: heavy.has(style) ? "medium" : "thin" }] as const];
  });
  return sides.length > 0 ? { lines: Object.fromEntries(sides) } : {};
}
