import { overlap, type Block } from "../../src/sheets";
import { charts } from "./charts";
import { pageLayout } from "./page-layout";
import { text, type HostObject } from "./executor";
import type { Flag, Sheet, Table, WorkbookModel } from "./model";
import { HostError, NotImplemented } from "./protocol";
import { blockOf, range } from "./range";

/** Excel.Workbook over a model, and what leads from it to ranges: worksheets, tables, conditional formats. */
export class Book {
  readonly #references = new Map<string, Block>();
  /** Events that the add-in listens to, by the name that Excel's library registers them with. */
  readonly registered = new Set<string>();

  constructor(readonly model: WorkbookModel) {}

  /** Remembers a range, so that the add-in finds it again after the next sync. */
  referenceTo(block: Block): string {
    const id = `range${this.model.nextId()}`;
    this.#references.set(id, block);
    return id;
  }

  referenced(id: string): HostObject {
    const block = this.#references.get(id);
    if (!block || !this.model.sheetIfAny(block.sheet)) throw new HostError("InvalidReference", "The range is gone.");
    return range(this, block);
  }

  workbook(): HostObject {
    return {
      kind: "Workbook",
      opens: {
        Worksheets: () => this.#worksheets(),
        Tables: () => this.tables(this.model.tables),
        GetSelectedRange: () => range(this, this.model.selected),
        Application: () => this.#application(),
      },
      calls: {
        _RemoveReference: (id) => void this.#references.delete(text(id)),
        // On the web, the library asks Excel's page for this and not the workbook; here they are one.
        CreateAndOpenWorkbook: (base64) => this.model.open(text(base64)),
      },
    };
  }

  worksheet(sheet: Sheet): HostObject {
    const { model } = this;
    // The size of a sheet in Excel.
    const whole = { sheet: sheet.name, row: 0, column: 0, height: 1_048_576, width: 16_384 };
    return {
      kind: "Worksheet",
      identity: { Id: sheet.id, Name: sheet.name },
      reads: {
        Name: () => sheet.name,
        Position: () => model.sheets.indexOf(sheet),
        Visibility: () => sheet.visibility,
      },
      opens: {
        Charts: () => charts(this, sheet),
        PageLayout: () => pageLayout(sheet),
        Protection: () => ({ kind: "WorksheetProtection", reads: { Protected: () => sheet.protected } }),
        Tables: () => this.tables(model.tables.filter(({ block }) => block.sheet === sheet.name)),
        GetRangeByIndexes: (row, column, height, width) =>
          range(this, {
            sheet: sheet.name,
            row: Number(row),
            column: Number(column),
            height: Number(height),
            width: Number(width),
          }),
        GetUsedRangeOrNullObject: (valuesOnly) => {
          const used = model.used(whole, valuesOnly !== true);
          return used ? range(this, used) : null;
        },
      },
      calls: {
        Activate: () => {
          if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "A hidden sheet can't be shown.");
          if (model.selected.sheet !== sheet.name) model.selected = { ...whole, height: 1, width: 1 };
        },
        Delete: () => model.removeSheet(sheet),
      },
    };
  }

  tables(tables: readonly Table[]): HostObject {
    const { model } = this;
    const named = (key: string): Table | undefined =>
      tables.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
    return {
      kind: "TableCollection",
      items: () => tables.map((table) => this.#table(table)),
      item: (key) => this.#table(existing(named(key), `table ${key}`)),
      opens: {
        GetItemOrNullObject: (key) => {
          const table = named(text(key));
          return table ? this.#table(table) : null;
        },
        Add: (place, hasHeaders) => {
          if (!hasHeaders) throw new NotImplemented("a table without headers");
          return this.#table(model.addTable(blockOf(place)));
        },
      },
    };
  }

  #table(table: Table): HostObject {
    const { model } = this;
    return {
      kind: "Table",
      identity: { Id: table.id },
      reads: {
        Id: () => table.id,
        Name: () => table.name,
        ShowHeaders: () => table.showHeaders,
        ShowTotals: () => table.showTotals,
      },
      sets: { Name: (name) => model.renameTable(table, String(name)) },
      opens: {
        Worksheet: () => this.worksheet(model.sheet(table.block.sheet)),
        GetRange: () => range(this, table.block),
        ConvertToRange: () => {
          model.convertTable(table);
          return range(this, table.block);
        },
      },
      calls: {
        Resize: (place) => model.resizeTable(table, blockOf(place)),
        // Excel clears the cells of a table that is deleted.
        Delete: () => {
          model.clear(table.block);
          model.forgetTable(table);
        },
      },
    };
  }

  /** Excel opens a new workbook in a window of its own. */
  #application(): HostObject {
    return {
      kind: "Application",
      reads: { DecimalSeparator: () => this.model.culture.decimal },
      opens: {
        CultureInfo: () => ({ kind: "CultureInfo", reads: { Name: () => this.model.culture.name } }),
        CreateWorkbook: (base64) => ({
          kind: "WorkbookCreated",
          identity: { Id: `{${this.model.nextId()}}` },
          calls: { Open: () => this.model.open(text(base64)) },
        }),
      },
    };
  }

  conditionalFormats(block: Block): HostObject {
    const { flags } = this.model.sheet(block.sheet);
    const here = (): Flag[] => flags.filter((flag) => overlap(flag.block, block));
    return {
      kind: "ConditionalFormatCollection",
      items: () => here().map((flag) => this.#conditionalFormat(flag, flags)),
      item: (id) =>
        this.#conditionalFormat(
          existing(
            here().find((flag) => flag.id === id),
            `rule ${id}`,
          ),
          flags,
        ),
      opens: {
        Add: (type) => {
          if (type !== "Custom") throw new NotImplemented(`conditional formats of the type ${text(type)}`);
          this.model.writable(block);
          const flag = { id: `rule${this.model.nextId()}`, block, formula: "", fill: "", color: "" };
          flags.push(flag);
          return this.#conditionalFormat(flag, flags);
        },
      },
    };
  }

  #conditionalFormat(flag: Flag, flags: Flag[]): HostObject {
    const custom = (): HostObject => ({
      kind: "CustomConditionalFormat",
      opens: {
        Rule: () => ({
          kind: "ConditionalFormatRule",
          reads: { Formula: () => flag.formula },
          sets: { Formula: (formula) => void (flag.formula = String(formula)) },
        }),
        Format: () => ({
          kind: "ConditionalRangeFormat",
          opens: {
            Fill: () => ({
              kind: "ConditionalRangeFill",
              sets: { Color: (color) => void (flag.fill = String(color)) },
            }),
            Font: () => ({
              kind: "ConditionalRangeFont",
              sets: { Color: (color) => void (flag.color = String(color)) },
            }),
          },
        }),
      },
    });
    return {
      kind: "ConditionalFormat",
      identity: { Id: flag.id },
      reads: { Id: () => flag.id },
      opens: { Custom: custom, CustomOrNullObject: custom },
      calls: { Delete: () => void flags.splice(flags.indexOf(flag), 1) },
    };
  }

  #worksheets(): HostObject {
    const { model } = this;
    const events = ["DataChanged", "Calculated", "SelectionChanged", "Activated"];
    const register = events.map((event) => [`_Register${event}Event`, () => void this.registered.add(event)] as const);
    const unregister = events.map(
      (event) => [`_Unregister${event}Event`, () => void this.registered.delete(event)] as const,
    );
    return {
      kind: "WorksheetCollection",
      items: () => model.sheets.map((sheet) => this.worksheet(sheet)),
      item: (key) => this.worksheet(model.sheet(key)),
      opens: {
        GetItemOrNullObject: (key) => {
          const sheet = model.sheetIfAny(text(key));
          return sheet ? this.worksheet(sheet) : null;
        },
        Add: (name) => this.worksheet(model.addSheet(text(name))),
      },
      calls: Object.fromEntries([...register, ...unregister]),
    };
  }
}

function existing<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new HostError("ItemNotFound", `There is no ${what}.`);
  return found;
}
