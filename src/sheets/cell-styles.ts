import type { CellStyle } from "./book";
import type { Style } from "./description";

/** How each style looks, in every host and in every file. A host carries out all of a `CellStyle`. */
export const cellStyles: Readonly<Record<Style, CellStyle>> = {
  title: { bold: true, size: 14 },
  heading: { bold: true, ink: "#FFFFFF", fill: "#0B6E85" },
  "figure heading": { bold: true, ink: "#FFFFFF", fill: "#0B6E85", across: "right" },
  label: { bold: true },
  figure: { across: "right" },
  input: { ink: "#0000FF", fill: "#FFF9E5" },
  note: { italic: true, ink: "#616161" },
};

/** How a flag looks where it is true. */
export const flagStyles: Readonly<Record<"act" | "fine", { readonly fill: string; readonly ink: string }>> = {
  act: { fill: "#FFE8CC", ink: "#8A3707" },
  fine: { fill: "#DFF3E3", ink: "#0E5A1F" },
};

/** How a named table looks: white letters on Keel's colour above rows of two tints. */
export const tableStyle = { header: { ink: "#FFFFFF", fill: "#0B6E85" }, tint: "#F1F9FB", line: "#0B6E85" } as const;

/** The colours of a chart's series, in order; told apart in grey as well. */
export const seriesColours = ["#0B6E85", "#B8C4C8"] as const;

/** Of points, which are small: dark enough for each to be seen on white (at least 4.5 : 1). */
export const pointColours = ["#0B6E85", "#242424", "#9A4D00", "#6B4FA0"] as const;

/** What a plan's chart calls the bars of targets. */
export const targetSeries = "Target";
