import { readHoldingsTable, type Cells, type HoldingsTable } from "../../../ranges";
import { isHousehold, type List } from "../../../lists";
import { address, type EstimateColumn } from "../../../sheets";
import { inDollars } from "./entries";

/** The lots of a fund in a taxable account, as they stand in the list. */
export interface LotsToSell {
  readonly fund: string;
  /** What they are worth in the list, in dollars. */
  readonly worth: number;
  /** As SELLORDER takes them: headings, and a row a lot. */
  readonly cells: Cells;
  /** The same, each cell with where it comes from. */
  readonly columns: readonly EstimateColumn[];
  /** Dollars a share in the list; undefined where it has none. `from` is its cell, where it has one. */
  readonly price: { readonly dollars: number; readonly from: string | undefined } | undefined;
}

type Columns = HoldingsTable["columns"];

/** What SELLORDER reads of a lot, under the headings that it is given. */
const READ = [
  { kind: "shares", heading: "Shares", shows: "number" },
  { kind: "cost basis", heading: "Cost basis", shows: "money" },
  { kind: "acquired", heading: "Acquired", shows: "day" },
  { kind: "lock", heading: "Lock", shows: "plain" },
] as const;

/** The funds of an account with their lots, in the order of the list. Undefined where the list has no shares. */
export function lotsToSell(list: List, account: string): readonly LotsToSell[] | undefined {
  if (!isHousehold(list)) return undefined;
  const { table } = list.household;
  const read = readHoldingsTable(table.argument, list.cells, { headerRow: list.firstRow - 1, details: true });
  const { accounts, positions, columns } = read.ok ? read.value : table;
  if (!columns.has("shares")) return undefined;
  const index = accounts.findIndex(({ name }) => name === account);
  const groups = new Map<string, HoldingsTable["positions"][number][]>();
  for (const position of positions) {
    const { fund, isCash, shares = 0 } = position;
    if (position.account !== index || fund === undefined || isCash || shares <= 0) continue;
    const group = groups.get(fund.key);
    if (group) group.push(position);
    else groups.set(fund.key, [position]);
  }
  return [...groups.values()].map((lots): LotsToSell => {
    const [first] = lots as [HoldingsTable["positions"][number]];
    const fund = first.fund?.text ?? "";
    const own = [
      ...(["Account", "Account type", "Fund"] as const).map((heading): EstimateColumn => ({
        ...{
          heading,
          shows: "plain",
          cells: lots.map(() => ({ Account: account, "Account type": "Taxable", Fund: fund })[heading]),
        },
      })),
      ...READ.flatMap(({ kind, heading, shows }): EstimateColumn[] => {
        const column = columns.get(kind)?.column;
        if (column === undefined) return [];
        // A reference to a blank cell shows 0, which is no day and no lock.
        const cells = lots.map(({ row }) => (isBlank(list, row, column) ? "" : { from: cellOf(list, row, column) }));
        return [{ heading, shows, cells }];
      }),
    ];
    return {
      ...{ fund, worth: inDollars(lots.reduce((sum, { value }) => sum + value, 0)), columns: own },
      cells: [
        own.map(({ heading }) => heading),
        ...lots.map(({ row }, lot) =>
          own.map(({ heading, cells }) => valueOf(list, columns, row, heading, cells[lot])),
        ),
      ],
      price: priceOf(list, columns, first),
    };
  });
}

function valueOf(
  list: List,
  columns: Columns,
  row: number,
  heading: string,
  cell: EstimateColumn["cells"][number] | undefined,
): Cells[number][number] {
  if (typeof cell !== "object") return cell ?? "";
  const kind = READ.find((each) => each.heading === heading)?.kind;
  const column = kind && columns.get(kind)?.column;
  return column === undefined ? "" : (list.cells[row]?.[column] ?? "");
}

function priceOf(
  list: List,
  columns: Columns,
  { row, price }: HoldingsTable["positions"][number],
): LotsToSell["price"] {
  if (price === undefined) return undefined;
  const column = columns.get("price")?.column;
  const isTyped = column !== undefined && list.cells[row]?.[column] === price;
  return { dollars: price, from: isTyped ? cellOf(list, row, column) : undefined };
}

function isBlank(list: List, row: number, column: number): boolean {
  return (list.cells[row]?.[column] ?? "") === "";
}

/** The address of a cell of a list. */
function cellOf({ block }: List, row: number, column: number): string {
  const { sheet } = block;
  return address({ sheet, row: block.row + row, column: block.column + column, height: 1, width: 1 }, true);
}
