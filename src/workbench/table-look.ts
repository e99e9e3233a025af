import { BooleanNumber, BorderStyleTypes } from "@univerjs/core";
import { tableLook } from "../sheets";

/** How tables look: the first of the themes is the one that a table gets by itself. */
export const keelTables = {
  name: "keel",
  style: {
    headerRowStyle: { bg: { rgb: tableLook.header.fill }, cl: { rgb: tableLook.header.ink }, bl: BooleanNumber.TRUE },
    firstRowStyle: { bg: { rgb: "#FFFFFF" } },
    secondRowStyle: { bg: { rgb: tableLook.tint } },
    lastRowStyle: { bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: tableLook.line } } } },
  },
};
