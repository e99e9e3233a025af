import { storedText } from "./stored-text";
import { declaration, escaped } from "./xml";

/** The file's properties. No times: the same book gives the same file, whenever it is written. */
export function corePart(title: string | undefined): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` +
    (title === undefined ? "" : `<dc:title>${escaped(storedText(title))}</dc:title>`) +
    `<dc:creator>Keel</dc:creator></cp:coreProperties>`
  );
}

/**
 * Which program the file is for. LibreOffice takes the results of formulas from Excel's files, and works every one out anew
 * in a file of a program that it doesn't know.
 */
export const applicationPart =
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  `<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`;
