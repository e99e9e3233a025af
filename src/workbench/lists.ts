import {
  CommandType,
  DataValidationType,
  ICommandService,
  type ICommandInfo,
  type IDataValidationRule,
  type Injector,
  type IRange,
  type IMutationInfo,
  numfmt,
  type Workbook,
} from "@univerjs/core";
import {
  DataValidationModel,
  DataValidatorRegistryService,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/data-validation";
import {
  DataValidationCacheService,
  DataValidationFormulaService,
  DataValidationListCacheService,
  ListValidator,
  SheetsDataValidationValidatorService,
} from "@univerjs/sheets-data-validation";
import {
  absoluteReference,
  sameName,
  withReferences,
  type Block,
  type CellReference,
  type ReferenceSpan,
} from "../sheets";
import { errors, GridCells } from "./cells";
import type { Spreadsheet } from "./spreadsheet";

/** The words of a list as Univer keeps them. */
type Item = ReturnType<DataValidationListCacheService["getOrCompute"]>;

/** What stands in the cells of a list: as it is shown, and as a cell that holds the same holds it, 5% and 0.05. */
interface Listed {
  readonly shown: readonly string[];
  readonly held: readonly string[];
}

/** The cells that a list stands in, which a reference, a name or a table's column says; undefined for any other formula. */
export function cellsListed(cells: GridCells, sheet: string, from: string): Block | undefined {
  const own = cells.sheetIfAny(sheet)?.getSheetId();
  const named = cells.book.getDefinedNames().filter((name) => sameName(name.getName(), from));
  // A sheet's own name hides the workbook's.
  const name = named.find((each) => each.getLocalSheetId() === own) ?? named.find((each) => each.isWorkbookScope());
  const place = name ? name.getFormulaOrRefString().replace(/^=/, "") : from;
  return referredTo(cells, sheet, place) ?? columnOfTable(cells, place);
}

/** What stands in a list's cells, as they show it, without blanks and errors. */
export function wordsListed(cells: GridCells, block: Block): readonly string[] {
  return listed(cells, block).shown;
}

function listed(cells: GridCells, block: Block): Listed {
  const shown = new Set<string>();
  const held = new Set<string>();
  for (const used of cells.filledIn(block)) {
    const { values } = cells.contents(used);
    const numbers = values.some((row) => row.some((value) => typeof value === "number"));
    const formats = numbers ? cells.numberFormats(used) : [];
    for (const [down, row] of values.entries()) {
      for (const [across, value] of row.entries()) {
        // The grid has no cards.
        if (value === "" || typeof value === "object" || errors.has(value)) continue;
        const format = formats[down]?.[across] ?? "General";
        shown.add(textOf(value, format));
        // Univer holds TRUE as 1.
        held.add(typeof value === "boolean" ? String(Number(value)) : String(value));
      }
    }
  }
  return { shown: [...shown], held: [...held] };
}

function textOf(value: string | number | boolean, format: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" || format === "General") return String(value);
  return numfmt.format(format, value, { throws: false });
}

function referredTo(cells: GridCells, own: string, text: string): Block | undefined {
  const found: CellReference[] = [];
  const rest = withReferences(text, (reference) => {
    found.push(reference);
    return undefined;
  });
  const [reference] = found;
  if (!reference || rest !== "#REF!") return undefined;
  const sheet = cells.sheetIfAny(reference.sheet ?? own);
  if (!sheet) return undefined;
  const rows = within(reference.rows, sheet.getMaxRows());
  const columns = within(reference.columns, sheet.getMaxColumns());
  if (!rows || !columns) return undefined;
  return { sheet: sheet.getSheetName(), row: rows.at, column: columns.at, height: rows.count, width: columns.count };
}

/** A span as far as it lies on the sheet; without one, all of it. */
function within(span: ReferenceSpan | undefined, end: number): { at: number; count: number } | undefined {
  if (!span) return { at: 0, count: end };
  const at = Math.min(span.from.at, span.to.at);
  const last = Math.min(Math.max(span.from.at, span.to.at), end - 1);
  return last < at ? undefined : { at, count: last - at + 1 };
}

/** The cells of a table's column, `Holdings[Fund]`, without its heading. */
function columnOfTable(cells: GridCells, text: string): Block | undefined {
  const [, name = "", heading = ""] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(text) ?? [];
  const table = cells.tables().find((each) => sameName(each.name, name));
  const across = table?.values[0]?.findIndex((value) => typeof value === "string" && sameName(value, heading)) ?? -1;
  if (!table || across < 0 || table.block.height < 2) return undefined;
  const { block } = table;
  return { ...block, row: block.row + 1, height: block.height - 1, column: block.column + across, width: 1 };
}

/**
 * Where a rule's list stands, without its `=`; undefined for a list of words. A reference may name the workbook by an id of
 * Univer's, which means nothing to anyone else.
 */
export function listPlace(rule: Pick<IDataValidationRule, "type" | "formula1">, unitId: string): string | undefined {
  return isLive(rule) ? rule.formula1?.slice(1).replaceAll(`[${unitId}]`, "") : undefined;
}

/** Whether a rule is a list that stands in cells, or that a formula finds. */
export function isLive({ type, formula1 }: Pick<IDataValidationRule, "type" | "formula1">): boolean {
  const lists: readonly string[] = [DataValidationType.LIST, DataValidationType.LIST_MULTIPLE];
  return lists.includes(type) && formula1?.startsWith("=") === true;
}

/** How long changes must have paused before the lists that were asked for are read again, in milliseconds. */
const pause = 200;

/** A list that was asked for, with what its rule said and what stood in its cells at that time. */
interface Known {
  readonly rule: IDataValidationRule;
  readonly formulas: string;
  readonly at: number;
  readonly item: Item;
}

/** Grids whose lists are read here already: several workbooks may be opened in one. */
const mended = new WeakSet<Injector>();

/**
 * Lets lists offer and take what stands in their cells now. Univer works a formula out for them in the background: until
 * then, and for all lists of a workbook that was just opened, it takes the list for an empty one and refuses every word.
 */
export function mendLists({ api, injector }: Spreadsheet): void {
  if (mended.has(injector)) return;
  mended.add(injector);
  const lists = injector.get(DataValidationListCacheService);
  const validator = injector.get(DataValidatorRegistryService).getValidatorItem(DataValidationType.LIST);
  if (!(validator instanceof ListValidator)) throw new Error("How Univer checks lists has changed: see lists.ts.");
  const formulas = injector.get(DataValidationFormulaService);
  const original = {
    getRuleFormulaInfo: formulas.getRuleFormulaInfo.bind(formulas),
    getOrCompute: lists.getOrCompute.bind(lists),
    parseFormula: validator.parseFormula.bind(validator),
    isValidType: validator.isValidType.bind(validator),
  };
  const known = new KnownLists(injector, (unitId, subUnitId, rule) => {
    const book = api.getUniverSheet(unitId);
    const sheet = book?.getSheetBySheetId(subUnitId)?.getSheetName();
    if (!book || sheet === undefined) return undefined;
    const cells = new GridCells(book, injector);
    const block = cellsListed(cells, sheet, listPlace(rule, unitId) ?? "");
    return block && listed(cells, block);
  });
  const model = injector.get(DataValidationModel);
  const caches = injector.get(DataValidationCacheService);
  const checks = injector.get(SheetsDataValidationValidatorService);
  const validatorCell = checks.validatorCell.bind(checks);
  Object.assign(checks, {
    // Univer would refuse what is typed while an earlier check of the cell, such as for painting it, still goes on.
    validatorCell: (unitId, subUnitId, row, column) => {
      caches.ensureCache(unitId, subUnitId).realDeleteValue(row, column);
      return validatorCell(unitId, subUnitId, row, column);
    },
  } satisfies Partial<SheetsDataValidationValidatorService>);
  Object.assign(formulas, {
    // Where a list stands follows its cells in following.ts: Univer would leave behind what a $ fixes.
    getRuleFormulaInfo: (unitId: string, subUnitId: string, id: string) => {
      const rule = model.getRuleById(unitId, subUnitId, id);
      return rule && isLive(rule) ? undefined : original.getRuleFormulaInfo(unitId, subUnitId, id);
    },
  } satisfies Partial<DataValidationFormulaService>);
  Object.assign(lists, {
    getOrCompute: (unitId: string, subUnitId: string, rule: IDataValidationRule): Item =>
      known.item(unitId, subUnitId, rule) ?? original.getOrCompute(unitId, subUnitId, rule),
  } satisfies Partial<DataValidationListCacheService>);
  Object.assign(validator, {
    parseFormula: async (rule, unitId, subUnitId) => {
      if (!known.item(unitId, subUnitId, rule)) return original.parseFormula(rule, unitId, subUnitId);
      return { formula1: undefined, formula2: undefined, isFormulaValid: true };
    },
    isValidType: async (cell, formula, rule) => {
      const { unitId, subUnitId } = cell;
      const found = known.item(unitId, subUnitId, rule);
      // What isn't known yet must not refuse a word.
      if (!found && isLive(rule) && !formulas.getRuleFormulaResultSync(unitId, subUnitId, rule.uid)?.[0]?.result)
        return true;
      return original.isValidType(cell, formula, rule);
    },
  } satisfies Partial<ListValidator>);
}

/** The lists that were asked for, as long as nothing changes; what follows them is checked again when they have changed. */
class KnownLists {
  readonly #known = new Map<string, Map<string, Known>>();
  readonly #caches: DataValidationCacheService;
  readonly #model: DataValidationModel;
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    injector: Injector,
    readonly read: (unitId: string, subUnitId: string, rule: IDataValidationRule) => Listed | undefined,
  ) {
    this.#caches = injector.get(DataValidationCacheService);
    this.#model = injector.get(DataValidationModel);
    injector.get(ICommandService).onCommandExecuted((command) => {
      if (command.type === CommandType.MUTATION) this.#changed(command);
    });
  }

  /** The words of a rule's list; undefined if it doesn't stand in cells. */
  item(unitId: string, subUnitId: string, rule: IDataValidationRule): Item | undefined {
    if (!isLive(rule)) return undefined;
    const ofUnit = this.#known.get(unitId) ?? new Map<string, Known>();
    this.#known.set(unitId, ofUnit);
    const key = `${subUnitId} ${rule.uid}`;
    const before = ofUnit.get(key);
    const formulas = `${rule.formula1} ${rule.formula2}`;
    if (before?.at === this.#at && before.formulas === formulas) return before.item;
    const found = this.read(unitId, subUnitId, rule);
    if (!found) {
      ofUnit.delete(key);
      return undefined;
    }
    const item = itemOf(found, rule.formula2 ?? "");
    ofUnit.set(key, { rule, formulas, at: this.#at, item });
    // The cells of the rule were checked against what stood there before. Univer gives the ranges no type.
    const ranges = rule.ranges as IRange[];
    if (before && !sameWords(before.item.list, item.list))
      queueMicrotask(() => this.#caches.markRangeDirty(unitId, subUnitId, ranges));
    return item;
  }

  #changed({ params }: Readonly<ICommandInfo>): void {
    const { unitId } = (params ?? {}) as { readonly unitId?: string };
    // The cell editor is a unit of its own, and changes with every key.
    if (this.#known.size === 0 || (unitId !== undefined && !this.#known.has(unitId))) return;
    this.#at += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAgain(), pause);
  }

  #readAgain(): void {
    for (const [unitId, ofUnit] of [...this.#known]) {
      for (const key of [...ofUnit.keys()]) {
        const [subUnitId = "", id = ""] = key.split(" ");
        const rule = this.#model.getRuleById(unitId, subUnitId, id);
        if (!rule || !this.item(unitId, subUnitId, rule)) ofUnit.delete(key);
      }
      if (ofUnit.size === 0) this.#known.delete(unitId);
    }
  }
}

/** The words of a list with their colours, which a rule of Univer's may give them, as Univer keeps them. */
function itemOf({ shown, held }: Listed, colours: string): Item {
  const inOrder = colours.split(",");
  const listWithColor = shown.map((label, at) => ({ label, color: inOrder[at] ?? "" }));
  const list = [...new Set([...shown, ...held])];
  const coloured = listWithColor.filter(({ color }) => color !== "");
  const colorMap = Object.fromEntries(coloured.map(({ label, color }) => [label, color]));
  return { list, listWithColor, colorMap, set: new Set(list) };
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** What becomes of where a list stands, which is on the sheet of a name. */
export type ListChange = (from: string, sheet: string) => string;

/** What lets the lists of a workbook follow a change of what they refer to, and back. */
export function listsAfter(
  injector: Injector,
  workbook: Workbook,
  change: ListChange,
  gone?: string,
): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const unitId = workbook.getUnitId();
  const redos: IMutationInfo[] = [];
  const undos: IMutationInfo[] = [];
  for (const [subUnitId, rules] of injector.get(DataValidationModel).getUnitRules(unitId)) {
    // What stands on a sheet that is taken out goes with it.
    const sheet = workbook.getSheetBySheetId(subUnitId)?.getName();
    if (subUnitId === gone || sheet === undefined) continue;
    for (const rule of rules) {
      const before = listPlace(rule, unitId);
      if (before === undefined) continue;
      const after = change(before, sheet);
      if (after === before || after === absoluteReference(before)) continue;
      redos.push(withPlace(unitId, subUnitId, rule, `=${after}`));
      undos.push(withPlace(unitId, subUnitId, rule, `=${before}`));
    }
  }
  return { redos, undos };
}

/**
 * Sets the lists of a workbook that was just opened once more where a formula finds their cells: Univer works it out only
 * for rules that are set after the workbook.
 */
export function reviveLists(cells: GridCells): void {
  const { book, injector } = cells;
  const commands = injector.get(ICommandService);
  for (const sheet of book.getSheets()) {
    for (const { rule } of sheet.getDataValidations()) {
      const { formula1 = "" } = rule;
      const from = listPlace(rule, book.getId());
      if (from === undefined || cellsListed(cells, sheet.getSheetName(), from)) continue;
      const { id, params } = withPlace(book.getId(), sheet.getSheetId(), rule, formula1);
      commands.syncExecuteCommand(id, params, { onlyLocal: true });
    }
  }
}

function withPlace(unitId: string, subUnitId: string, rule: IDataValidationRule, formula1: string): IMutationInfo {
  const { uid: ruleId, type, operator, formula2 } = rule;
  const setting = { type: UpdateRuleType.SETTING, payload: { type, operator, formula1, formula2 } };
  return {
    id: UpdateDataValidationMutation.id,
    params: { unitId, subUnitId, ruleId, payload: setting, source: "patched" },
  };
}
