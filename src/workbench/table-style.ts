import { BooleanNumber, BorderStyleTypes } from "@univerjs/core";
import { tableStyle } from "../sheets";

/** How tables look: the first of the themes is the one that a table gets by itself. */
export const keelTables = {
  name: "keel",
  style: {
    headerRowStyle: { bg: { rgb: tableStyle.header.fill }, cl: { rgb: tableStyle.header.ink }, bl: BooleanNumber.TRUE },
    firstRowStyle: { bg: { rgb: "#FFFFFF" } },
    secondRowStyle: { bg: { rgb: tableStyle.tint } },
    lastRowStyle: { bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: tableStyle.line } } } },
  },
};
