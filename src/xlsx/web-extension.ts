import { declaration, escaped } from "./xml";

/** The add-in that Excel is to open beside a workbook. */
export interface AddIn {
  /** The Id of its manifest, without braces. */
  readonly id: string;
  /** The Version of its manifest: `1.0.0.0`. */
  readonly version: string;
  /**
   * Where Excel finds it, in order of preference: put there by hand or by `npm run start:excel` ("developer"), or given to
   * everybody by an administrator ("central"). Both without it, the developer's first.
   */
  readonly stores?: readonly Store[];
}

export type Store = "developer" | "central";

/**
 * How a file refers to each store. Source: Microsoft's "Automatically open a task pane with a document", the table of
 * storeType, id, store and version.
 */
const references: Readonly<Record<Store, { readonly store: string; readonly storeType: string }>> = {
  developer: { store: "developer", storeType: "Registry" },
  central: { store: "EXCatalog", storeType: "EXCatalog" },
};

/**
 * Writes `xl/webextensions/webextension1.xml`: which add-in, and that its pane opens with the workbook.
 * `hasFunctions` says that formulas use its custom functions. Source: [MS-OWEXML] 2.2.5 to 2.2.11.
 */
export function webExtensionPart(
  { id, version, stores = ["developer", "central"] }: AddIn,
  hasFunctions: boolean,
): string {
  const [first = "", ...others] = stores.map((store) => {
    const { store: name, storeType } = references[store];
    return `<we:reference id="${escaped(id)}" version="${escaped(version)}" store="${name}" storeType="${storeType}"/>`;
  });
  const functions = hasFunctions
    ? `<we:extLst><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{D87F86FE-615C-45B5-9D79-34F1136793EB}">` +
      `<we:containsCustomFunctions/></a:ext></we:extLst>`
    : "";
  return (
    `${declaration}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"` +
    ` id="{${escaped(id.toUpperCase())}}">${first}` +
    `<we:alternateReferences>${others.join("")}</we:alternateReferences>` +
    `<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/>` +
    `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>${functions}</we:webextension>`
  );
}

/**
 * Writes `xl/webextensions/taskpanes.xml`. Visible from the start: Excel then asks whether to trust the add-in, and opens
 * it, the first time the workbook is opened.
 */
export const taskpanesPart =
  `${declaration}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
  `<wetp:taskpane dockstate="right" visibility="1" width="350" row="4">` +
  `<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>` +
  `</wetp:taskpane></wetp:taskpanes>`;
