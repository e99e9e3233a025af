import { childrenOf, find, type Element } from "./xml";

/** Works out what a colour in a file looks like. */
export interface Colours {
  /** Six hexadecimal digits after a #; undefined for the colour that the program chooses. */
  of(colour: Element | undefined): string | undefined;
}

/** The order in which themes are numbered, which is not the order they are written in. */
const themeOrder = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** Office's own theme, for files without one. */
const officeTheme = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** Each colour of Office's own theme with its name, in the order in which themes are written. */
export const officeColours: readonly (readonly [name: string, colour: string])[] = [
  1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11,
].map((number) => [themeOrder[number] ?? "", officeTheme[number] ?? ""]);

/** The numbered colours of old workbooks. Source: ECMA-376 Part 1, 18.8.27 indexedColors. */
const palette = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Reads a workbook's theme and its palette, if it has its own. */
export function coloursOf(theme: Element | undefined, styles: Element | undefined): Colours {
  const scheme = find(theme, "clrScheme");
  const themed = themeOrder.map((name, index) => {
    const [entry] = childrenOf(scheme, name)[0]?.children ?? [];
    return entry?.attributes["lastClr"] ?? entry?.attributes["val"] ?? officeTheme[index] ?? "000000";
  });
  const own = childrenOf(find(find(styles, "colors"), "indexedColors"), "rgbColor").map(
    (entry) => entry.attributes["rgb"]?.slice(-6) ?? "000000",
  );
  return {
    of(colour) {
      const { rgb, theme: number, indexed, tint, auto } = colour?.attributes ?? {};
      if (auto !== undefined) return undefined;
      const base =
        rgb?.slice(-6) ??
        (number === undefined ? (own.length > 0 ? own : palette)[Number(indexed)] : themed[Number(number)]);
      if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
      return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
    },
  };
}

/** Makes a colour darker (tint below zero) or lighter. Source: ECMA-376 Part 1, 18.8.19, the tint of a foreground colour. */
function tinted(hex: string, tint: number): string {
  if (!tint) return hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0
      ? 0
      : most === red
        ? ((green - blue) / spread + 6) % 6
        : most === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const part = (turn: number): number => {
    const place = (hue + turn) % 6;
    return light - chroma / 2 + chroma * Math.max(0, Math.min(1, Math.abs(place - 3) - 1));
  };
  return [part(0), part(4), part(2)]
    .map((share) =>
      Math.round(Math.max(0, Math.min(1, share)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}
