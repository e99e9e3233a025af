// Knows: a workbook in memory that answers the genuine Excel client library as Excel would, without calculating.
// Doesn't know: Keel. Anything that it isn't taught throws NotImplemented.
// Add here: what Keel newly asks of Excel: state in model.ts, words of the protocol in book.ts and range.ts.
import type { Value } from "../../src/sheets";
import { Book } from "./book";
import { execute } from "./executor";
import { connect, setContext } from "./library";
import { WorkbookModel } from "./model";
import { eventTypes, type Envelope, type Request } from "./protocol";

export { asBook } from "./as-book";
export { cellProperties } from "./range";
export { keyOf, WorkbookModel } from "./model";

export interface Host {
  readonly model: WorkbookModel;
  /** The requests that the library has sent, one a sync. */
  readonly requests: readonly (Request & { readonly flags: number })[];
  /** Names of the events that are listened to. */
  readonly listening: ReadonlySet<string>;
  /** Does what a user does, and tells the library. */
  readonly user: {
    type(address: string, entries: readonly (readonly Value[])[]): void;
    select(address: string): void;
  };
  /** Says what a formula calculates to, and tells the library that Excel has calculated. */
  calculate(address: string, result: readonly (readonly Value[])[]): void;
}

/** Opens an empty workbook behind the client library: one sheet, `Sheet1`. `excelApi` is the newest version it carries out. */
export function openHost({ excelApi = 20 }: { readonly excelApi?: number } = {}): Host {
  const model = new WorkbookModel();
  const book = new Book(model);
  const requests: (Request & { flags: number })[] = [];
  let toLibrary: (text: string) => void = () => undefined;

  connect({
    set onMessageFromHost(receive: (text: string) => void) {
      toLibrary = receive;
    },
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as Envelope;
      requests.push({ ...message.body, flags });
      const before = model.written;
      const response = execute(message.body, book.workbook(), (reference) => book.referenced(reference));
      const answer = { id, type: 2, message: { statusCode: 200, headers: {}, body: JSON.stringify(response) } };
      // Excel answers later, never within the call.
      queueMicrotask(() => {
        toLibrary(JSON.stringify(answer));
        // Excel tells an add-in of its own changes too.
        if (model.written !== before) tell("DataChanged", eventTypes.changed);
      });
    },
  });
  setContext({
    // The library itself asks for other sets than ExcelApi. Only waiting for a cell's edit is played here.
    isSetSupported: (set, version = "1.1") =>
      set === "DelayForCellEdit" || (set === "ExcelApi" && Number(version.split(".")[1]) <= excelApi),
  });

  const tell = (event: string, messageType: number): void => {
    if (!book.registered.has(event)) return;
    const entry = { messageCategory: 65_536, messageType, targetId: "Workbook", message: "{}" };
    toLibrary(JSON.stringify({ id: "event", type: 3, message: { entries: [entry] } }));
  };
  return {
    model,
    requests,
    listening: book.registered,
    user: {
      type(address, entries) {
        model.type(model.block(address), entries);
        tell("DataChanged", eventTypes.changed);
      },
      select(address) {
        const shown = model.selected.sheet;
        model.selected = model.block(address);
        if (model.selected.sheet !== shown) tell("Activated", eventTypes.activated);
        tell("SelectionChanged", eventTypes.selectionChanged);
      },
    },
    calculate(address, result) {
      model.answer(address, result);
      tell("Calculated", eventTypes.calculated);
    },
  };
}
