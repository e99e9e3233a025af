import { tableStyleParts } from "./table-parts";

/** The styles part that exceljs wrote, while cell formats and a table style are added. */
export class StylesPart {
  #xml: string;
  readonly #formats: string[];
  readonly #quoted = new Map<number, number>();

  constructor(xml: string) {
    this.#xml = xml;
    const list = cellFormats.exec(xml)?.[1] ?? "";
    this.#formats = [...list.matchAll(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map(([format]) => format);
  }

  /** The number of a cell format that is like another, but whose text stays text when it is edited. */
  quoted(format: number): number {
    const known = this.#quoted.get(format);
    if (known !== undefined) return known;
    const plain = this.#formats[format] ?? this.#formats[0] ?? "";
    const added = this.#formats.push(plain.replace("<xf ", '<xf quotePrefix="1" ')) - 1;
    this.#quoted.set(format, added);
    return added;
  }

  /** Adds Keel's style for tables. */
  addTableStyle(): void {
    const count = Number(/<dxfs count="(\d+)"/.exec(this.#xml)?.[1] ?? 0);
    const existing = /<dxfs count="\d+">([\s\S]*?)<\/dxfs>/.exec(this.#xml)?.[1] ?? "";
    const { formats, style } = tableStyleParts(count);
    this.#xml = this.#xml
      .replace(
        /<dxfs count="\d+"(?:\/>|>[\s\S]*?<\/dxfs>)/,
        () => `<dxfs count="${count + formats.length}">${existing}${formats.join("")}</dxfs>`,
      )
      .replace(
        /<tableStyles [^>]*\/>/,
        () =>
          `<tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16">${style}</tableStyles>`,
      );
  }

  toString(): string {
    return this.#xml.replace(
      cellFormats,
      () => `<cellXfs count="${this.#formats.length}">${this.#formats.join("")}</cellXfs>`,
    );
  }
}

const cellFormats = /<cellXfs count="\d+">([\s\S]*?)<\/cellXfs>/;
