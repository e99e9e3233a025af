import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a hand-made file has beside one sheet called Data. */
export interface Foreign {
  /** The inside of `<worksheet>`. */
  readonly sheet: string;
  /** The inside of `<workbook>`, before and after its sheets. */
  readonly before?: string;
  readonly after?: string;
  /** The insides of `<sst>` and `<styleSheet>`. */
  readonly strings?: string;
  readonly styles?: string;
  /** More relationships of the workbook and of the sheet: type and target. */
  readonly workbookLeads?: readonly (readonly [type: string, target: string])[];
  readonly sheetLeads?: readonly (readonly [type: string, target: string])[];
  /** More parts, and parts to replace. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Makes a file as another program might. */
export function fileOf(foreign: Foreign): Uint8Array {
  const { sheet, before = "", after = "", strings = "", styles = "", workbookLeads = [], sheetLeads = [] } = foreign;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": leads([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${before}<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>`,
    "xl/_rels/workbook.xml.rels": leads([
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
      ...workbookLeads,
    ]),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}" xmlns:r="${office}">${sheet}</worksheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...(sheetLeads.length > 0 ? { "xl/worksheets/_rels/sheet1.xml.rels": leads(sheetLeads) } : {}),
    ...foreign.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function leads(list: readonly (readonly [type: string, target: string])[]): string {
  const entries = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}
