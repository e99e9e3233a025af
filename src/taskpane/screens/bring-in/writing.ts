import {
  accountTypes,
  freeTableName,
  heldIn,
  ownTableName,
  sheetIsThere,
  type Changes,
  type Found,
  type OwnTable,
} from "../../../lists";
import {
  holdingsSheet,
  mixesSheet,
  mixesTable,
  newHoldings,
  updatedHoldings,
  type Block,
  type Description,
} from "../../../sheets";
import type { Table, Workbook } from "../../../workbook";
import { placeInWords } from "../../components/cell-link";
import { useDeeds } from "../../components/use-deeds";
import type { ScreenProps } from "../screen";
import { addedRowsOf, changesOf, foundHoldings, mixesOf, rowsOf } from "./rows";
import type { BringIn, Written } from "./state";

interface Writing {
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly writeNew: (found: Found, tables: readonly Table[]) => Promise<void>;
  readonly writeUpdate: (own: OwnTable, found: Found, changes: Changes, tables: readonly Table[]) => Promise<void>;
}

/** Writes the table of holdings, or what changes in it, as one step. */
export function useWriting(
  props: Pick<ScreenProps, "workbook" | "say" | "surveyAgain"> & {
    readonly change: (next: (old: BringIn) => BringIn) => void;
  },
): Writing {
  const { workbook, change, say } = props;
  const { busy, trouble, carryOut } = useDeeds(props);
  const write = (
    describe: () => Promise<{ readonly description: Description; readonly table: string; readonly place: Block }>,
    found: Found,
    kind: Written["kind"],
  ): Promise<void> =>
    carryOut(async () => {
      const { description, table, place } = await describe();
      // An update was looked at line by line; a new table goes where nothing is.
      const applied = await workbook.apply(description, { replace: kind === "update" });
      if (applied.outcome === "blocked") {
        return `Nothing was written, because cells are filled: ${applied.filled.map(placeInWords).join(", ")}.`;
      }
      const { receipt } = applied;
      const { accounts, total } = found;
      const held = heldIn(found);
      change((old) => ({
        ...old,
        written: { kind, receipt, table, place, accounts: accounts.length, holdings: held, total, state: "there" },
      }));
      say(kind === "new" ? `Your holdings are in table ${table}.` : `${table} is up to date.`);
      return undefined;
    });
  return {
    busy,
    trouble,
    writeNew: (found, tables) =>
      write(
        async () => {
          const taken = tables.map(({ name }) => name);
          const table = await freeName(workbook, ownTableName, taken);
          const mixes = await freeName(workbook, mixesTable, taken);
          const places = {
            table,
            sheet: await freeSheetName(workbook, holdingsSheet),
            mixesTable: mixes,
            mixesSheet: await freeSheetName(workbook, mixesSheet),
          };
          const rows = rowsOf(found);
          const place: Block = { sheet: places.sheet, row: 0, column: 0, height: rows.length + 1, width: 10 };
          return { description: newHoldings(rows, mixesOf(found.funds), places, accountTypes), table, place };
        },
        found,
        "new",
      ),
    writeUpdate: (own, found, changes, tables) =>
      write(
        async () => {
          const there = foundHoldings(own, tables);
          const added = addedRowsOf(changes, own, found.funds);
          const names = new Set(added.map(({ fund }) => fund));
          const known = new Set(own.rows.map(({ fund }) => fund));
          const mixes = mixesOf(found.funds.filter(({ key, name }) => names.has(name) && !known.has(key)));
          const needsSheet = mixes.length > 0 && !("name" in there.mixes);
          const found1 = needsSheet
            ? { ...there, mixes: { mixesTable, mixesSheet: await freeSheetName(workbook, mixesSheet) } }
            : there;
          return {
            description: updatedHoldings(found1, changesOf(changes), added, mixes),
            table: own.table.name,
            place: own.table.block,
          };
        },
        found,
        "update",
      ),
  };
}

/** A table's name that no table has, and no sheet: the workbench tells them apart by their names alone. */
async function freeName(workbook: Workbook, name: string, taken: readonly string[]): Promise<string> {
  const sheets: string[] = [];
  let free = freeTableName(name, taken);
  while (await sheetIsThere(workbook, free)) {
    sheets.push(free);
    free = freeTableName(name, [...taken, ...sheets]);
  }
  return free;
}

/** A sheet's name that no sheet has: My accounts, My accounts 2 … */
async function freeSheetName(workbook: Workbook, name: string): Promise<string> {
  let free = name;
  for (let number = 2; await sheetIsThere(workbook, free); number += 1) free = `${name} ${number}`;
  return free;
}
