import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  type ICommandInfo,
  type IMutation,
  type IMutationInfo,
  type Injector,
  type IRange,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  EffectRefRangId,
  getSheetCommandTarget,
  handleDefaultRangeChangeWithEffectRefCommands,
  RemoveSheetCommand,
  SetWorksheetNameCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { Block } from "../sheets";
import { inserted, removed, type Relocation } from "./relocation";
import { rememberedAfter, rememberedOn, withSheetCalled, type Remembered } from "./remembered";

interface SetRemembered {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly remembered: Remembered;
}

/** Sets what a sheet remembers. It is a mutation like Univer's own: it is undone, done again and noted with the others of a step. */
const setRemembered: IMutation<SetRemembered> = {
  id: "keel.mutation.set-remembered",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, subUnitId, remembered }) => {
    const instances = accessor.get(IUniverInstanceService);
    const sheet = instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(subUnitId);
    if (!sheet) return false;
    sheet.getConfig().custom = remembered;
    return true;
  },
};

/** Lets a sheet of a grid that is followed remember something else. It is a step as any, which is undone and done again. */
export function remember(injector: Injector, sheet: Worksheet, remembered: Remembered): void {
  const place = { unitId: sheet.getUnitId(), subUnitId: sheet.getSheetId() };
  const before = rememberedOn(sheet);
  injector.get(ICommandService).syncExecuteCommand(setRemembered.id, { ...place, remembered });
  injector.get(IUndoRedoService).pushUndoRedo({
    unitID: place.unitId,
    undoMutations: [{ id: setRemembered.id, params: { ...place, remembered: before } }],
    redoMutations: [{ id: setRemembered.id, params: { ...place, remembered } }],
  });
}

/** Grids that are followed already: several workbooks may be opened in one. */
const followed = new WeakSet<Injector>();

/**
 * Lets what sheets remember of their files go along when rows, columns or cells change their places, when a sheet gets
 * another name, and when one is taken out. Univer does that for what lies on its grid.
 */
export function followChanges(injector: Injector): void {
  if (followed.has(injector)) return;
  followed.add(injector);
  injector.get(ICommandService).registerCommand(setRemembered);
  const instances = injector.get(IUniverInstanceService);
  injector.get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) => {
      const target = getSheetCommandTarget(instances, params);
      const after = target && changeBy({ id, ...(params && { params }) }, target.worksheet);
      return after ? mutationsFor(target.workbook, after) : { redos: [], undos: [] };
    },
  });
}

/** What the sheet of a name remembers after a change. */
type After = (before: Remembered, name: string) => Remembered;

function mutationsFor(workbook: Workbook, after: After): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const redos: IMutationInfo[] = [];
  const undos: IMutationInfo[] = [];
  for (const sheet of workbook.getSheets()) {
    const before = rememberedOn(sheet);
    if (!before.print && !before.beyond) continue;
    const place = { unitId: workbook.getUnitId(), subUnitId: sheet.getSheetId() };
    redos.push({ id: setRemembered.id, params: { ...place, remembered: after(before, sheet.getName()) } });
    undos.push({ id: setRemembered.id, params: { ...place, remembered: before } });
  }
  return { redos, undos };
}

/** What a command does to what sheets remember; undefined for one that does nothing to it. */
function changeBy({ id, params = {} }: ICommandInfo, worksheet: Worksheet): After | undefined {
  const sheet = worksheet.getName();
  if (id === SetWorksheetNameCommand.id) {
    const { name } = params as { readonly name: string };
    return (before) => withSheetCalled(before, sheet, name);
  }
  if (id === RemoveSheetCommand.id) return (before) => withSheetCalled(before, sheet, undefined);
  const change = relocationBy({ id, params }, sheet);
  return change && ((before, on) => rememberedAfter(before, on, change));
}

function relocationBy(command: ICommandInfo, sheet: string): Relocation | undefined {
  const { range } = (command.params ?? {}) as { readonly range?: IRange };
  const rows = range && { from: range.startRow, to: range.endRow };
  const columns = range && { from: range.startColumn, to: range.endColumn };
  switch (command.id) {
    case EffectRefRangId.InsertRowCommandId:
      return rows && inserted(sheet, "rows", rows.from, rows.to - rows.from + 1);
    case EffectRefRangId.InsertColCommandId:
      return columns && inserted(sheet, "columns", columns.from, columns.to - columns.from + 1);
    case EffectRefRangId.RemoveRowCommandId:
      return rows && removed(sheet, "rows", rows);
    case EffectRefRangId.RemoveColCommandId:
      return columns && removed(sheet, "columns", columns);
    // Where cells are put in order, each formula and each value changes its place, and what is remembered of blocks stays.
    case EffectRefRangId.ReorderRangeCommandId:
      return undefined;
    default:
      return moving.has(command.id) ? { sheet, moved: (block) => movedByUniver(block, command) } : undefined;
  }
}

/** What moves cells, or makes others give way. */
const moving: ReadonlySet<string> = new Set(Object.values(EffectRefRangId));

function movedByUniver(block: Block, command: ICommandInfo): Block | undefined {
  const { row, column, height, width } = block;
  const range = { startRow: row, endRow: row + height - 1, startColumn: column, endColumn: column + width - 1 };
  const after = handleDefaultRangeChangeWithEffectRefCommands(range, command);
  if (!after) return undefined;
  return {
    ...block,
    row: after.startRow,
    column: after.startColumn,
    height: after.endRow - after.startRow + 1,
    width: after.endColumn - after.startColumn + 1,
  };
}
