import { saysHowHeld } from "../account-type";
import { isEmpty } from "../cells";
import { nameOf, nameReader, readAccountName, type NameReading } from "../names";
import { accountAbove, accountIn, type Block, type Frame } from "./body";
import { isNoFigure, totalLabel, wordsOf } from "./labels";
import type { HoldingsAccount } from "./record";

/** The accounts of a table while its rows are read. */
export interface Accounts {
  /** The account of a row, by its number in `list`; the last one of its block where its cells are blank. */
  readonly of: (row: number, block: Block) => number | undefined;
  /** The account of rows for which the table names none, though it names others. */
  readonly unnamed: () => number;
  readonly list: readonly OpenAccount[];
  /** The words of the accounts' names, in capitals, that a total's label may hold. */
  readonly words: ReadonlySet<string>;
  /** What a row's cells say where the account belongs. */
  readonly labels: (row: number) => readonly string[];
}

/** An account as far as it is known while rows are read. */
export type OpenAccount = Pick<HoldingsAccount, "name" | "number" | "row" | "from">;

const NO_WORDS: ReadonlySet<string> = new Set();

/** What a row's cells say of its account: which it is, if they name one, and their texts. */
interface Said {
  readonly account: number | undefined;
  readonly labels: readonly string[];
}

const NOTHING_SAID: Said = { account: undefined, labels: [] };

/**
 * Makes the list of a table's accounts, told apart by number where there is one. Without a column of accounts each
 * block's title names its account, else a title above the table, else the account's type, else nothing: then it is one
 * account.
 */
export function accountsIn({ cells, header, found, at }: Frame): Accounts {
  const numberColumn = found.get("account number");
  const nameColumn = found.get("account");
  const hasColumn = numberColumn !== undefined || nameColumn !== undefined;
  const read = nameReader();
  const list: OpenAccount[] = [];
  const byKey = new Map<string, number>();
  const words = new Set<string>();
  const inBlock = new WeakMap<Block, number>();

  const textAt = (row: number, column: number | undefined): string => {
    const cell = column === undefined ? undefined : cells[row]?.[column];
    if (isEmpty(cell) || isNoFigure(cell)) return "";
    const reading: NameReading = readAccountName(cell, at(row), read);
    // A tidied text has three dots in the place of the one sign that a masked number begins with.
    return reading.kind === "name" ? reading.name.text.replace(/\.{3}(?=[\p{L}\p{N}]{3,4}$)/u, "…") : "";
  };
  const enter = (account: OpenAccount): number => {
    const key = nameOf(account.number ?? account.name).key;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, list.length);
    for (const word of wordsOf(account.name)) words.add(word);
    return list.push(account) - 1;
  };
  // Rows of one account say the same of it.
  const known = new Map<string, Map<string, Said>>();
  const saidIn = (row: number): Said => {
    if (!hasColumn) return NOTHING_SAID;
    const number = textAt(row, numberColumn);
    const name = textAt(row, nameColumn);
    if (number === "" && name === "") return NOTHING_SAID;
    const ofNumber = known.get(number) ?? new Map<string, Said>();
    known.set(number, ofNumber);
    let said = ofNumber.get(name);
    if (said === undefined) {
      said = { account: accountCalled(number, name, row), labels: [number, name].filter((each) => each !== "") };
      ofNumber.set(name, said);
    }
    return said;
  };
  const accountCalled = (number: string, name: string, row: number): number | undefined => {
    // `401k total` in the column of accounts names none.
    if ([number, name].some((each) => each !== "" && totalLabel(each, NO_WORDS) === "only")) return undefined;
    if (number !== "") return enter({ name: name === "" ? masked(number) : shown(name), number, row, from: "column" });
    return enter({ ...numbered(name), row, from: "column" });
  };
  const title = hasColumn ? undefined : accountAbove({ cells, header });
  const typeColumn = hasColumn || title ? undefined : found.get("account type");
  const typedIn = (row: number): number | undefined => {
    const name = textAt(row, typeColumn);
    return name === "" || saysHowHeld(name) ? undefined : enter({ name, row, from: "column" });
  };
  let only: number | undefined;
  const fallback = (): number =>
    enter(title ? { ...numbered(title.text), row: title.row, from: "title" } : { name: "", from: "assumed" });
  return {
    list,
    words,
    unnamed: () => enter({ name: "", from: "assumed" }),
    labels: (row) => saidIn(row).labels,
    of: (row, block) => {
      const own = saidIn(row).account ?? (block.title ? undefined : typedIn(row));
      if (own !== undefined) inBlock.set(block, own);
      const known = own ?? inBlock.get(block);
      if (known !== undefined) return known;
      if (block.title) {
        const { text, row: titleRow } = block.title;
        const entered = enter({ ...numbered(accountIn(text)), row: titleRow, from: "block" });
        inBlock.set(block, entered);
        return entered;
      }
      return hasColumn ? undefined : (only ??= fallback());
    },
  };
}

/** An account number as Keel shows it. */
export function masked(number: string): string {
  const end = number.replace(/[^\p{L}\p{N}]/gu, "").slice(-4);
  return end.length < 4 ? number : `…${end}`;
}

/** A number that is long enough to be an account's, with or without a letter before it. */
const NUMBER = /(^|[^\p{L}\p{N}])([A-Z]{0,2}\d{5,})(?![\p{L}\p{N}])/giu;

/** An account's name with the numbers in it masked. */
function shown(name: string): string {
  return name.replace(NUMBER, (_, before: string, number: string) => `${before}${masked(number)}`);
}

/** An account that is known by its name only: a number in the name tells it from others, and isn't shown. */
function numbered(name: string): Pick<OpenAccount, "name" | "number"> {
  const display = shown(name);
  return display === name ? { name } : { name: display, number: name };
}
