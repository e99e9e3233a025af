/**
 * As much of exceljs as this room uses. Its own types bring in Node's globals, and its plain entry a set of polyfills for
 * browsers that Office no longer has: this one is the smallest, and runs in the browser and in Node.
 */
declare module "exceljs/dist/exceljs.bare.min.js" {
  export interface Colour {
    readonly argb?: string;
    readonly theme?: number;
  }

  export interface Font {
    readonly name?: string;
    readonly size?: number;
    readonly family?: number;
    readonly scheme?: "minor";
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strike?: boolean;
    readonly color?: Colour;
  }

  export interface Fill {
    readonly type: "pattern";
    readonly pattern: "solid";
    readonly fgColor?: Colour;
    readonly bgColor?: Colour;
  }

  export interface Line {
    readonly style: "thin" | "medium";
    readonly color: Colour;
  }

  export interface Style {
    readonly numFmt?: string;
    readonly font?: Font;
    readonly fill?: Fill;
    readonly alignment?: {
      readonly horizontal?: "left" | "center" | "right";
      readonly vertical?: "top" | "middle" | "bottom";
      readonly wrapText?: boolean;
    };
    readonly border?: { readonly [side in "top" | "bottom" | "left" | "right"]?: Line };
  }

  export type Result = number | string | boolean | { readonly error: string };

  export interface Formula {
    readonly formula: string;
    readonly result: Result;
    /** With `ref`: an array formula over that range. */
    readonly shareType?: "array";
    readonly ref?: string;
  }

  export interface Cell {
    value: Result | Formula | null;
    style: Style;
  }

  export interface Row {
    height: number;
    hidden: boolean;
    getCell(column: number): Cell;
  }

  export interface Worksheet {
    /** `id` is the number of the row above the break, counted from 1. */
    readonly rowBreaks: { readonly id: number; readonly max: number; readonly man: 1 }[];
    getRow(row: number): Row;
    getColumn(column: number): { width: number; hidden: boolean };
    addConditionalFormatting(format: {
      readonly ref: string;
      readonly rules: readonly {
        readonly type: "expression";
        readonly priority: number;
        readonly formulae: readonly string[];
        readonly style: { readonly fill?: Fill; readonly font?: Font };
      }[];
    }): void;
  }

  export class Workbook {
    addWorksheet(
      name: string,
      options: {
        readonly state: "visible" | "hidden" | "veryHidden";
        readonly properties: { readonly dyDescent: number };
        readonly views: readonly {
          readonly state: "normal" | "frozen";
          readonly xSplit?: number;
          readonly ySplit?: number;
          readonly showGridLines: boolean;
        }[];
        readonly pageSetup?: object;
        readonly headerFooter?: { readonly oddFooter: string };
      },
    ): Worksheet;
    readonly xlsx: { writeBuffer(options: { zip: { compression: "STORE" } }): Promise<Uint8Array> };
  }
}
