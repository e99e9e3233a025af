import { Numbered } from "./numbered";
import { declaration, escaped } from "./xml";

/** The texts of a workbook's cells while they are written: each different one stands in the file once. */
export class SharedStrings {
  readonly #texts = new Numbered();
  #mentions = 0;

  /** The number that a cell refers to its text by. `text` is as a file holds it. */
  of(text: string): number {
    this.#mentions += 1;
    return this.#texts.of(text);
  }

  part(): string {
    const texts = this.#texts.all;
    const entries = texts.map((text) => {
      // Readers may drop blanks at a text's ends otherwise.
      const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
      return `<si><t${space}>${escaped(text)}</t></si>`;
    });
    return (
      `${declaration}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#mentions}"` +
      ` uniqueCount="${texts.length}">${entries.join("")}</sst>`
    );
  }
}
