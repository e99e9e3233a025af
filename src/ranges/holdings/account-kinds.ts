import { readAccountType, saysHowHeld, type AccountType } from "../account-type";
import { isEmpty } from "../cells";
import { tidyText } from "../numbers";
import { rowOf } from "../table";
import type { Frame } from "./body";
import { isNoFigure } from "./labels";
import type { Added, HoldingsAccount, HoldingsTable } from "./record";

/** A type that a row says, and where. */
interface Typed {
  readonly text: string;
  readonly row: number;
  readonly type: AccountType;
}

/**
 * Adds the accounts' types: what their rows say, else what their names say, else, where nothing names an account, one
 * 401(k). A type that Keel doesn't know, and rows of one account that say different kinds, are questions.
 */
export function accountKinds(
  { argument, accounts, positions, at }: HoldingsTable,
  { cells, found }: Frame,
  { notes, questions }: Added,
): readonly HoldingsAccount[] {
  const column = found.get("account type");
  const said = new Map<number, Typed>();
  const isAsked = new Set<number>();
  const types = new Map<string, AccountType | undefined>();
  const typeOf = (text: string): AccountType | undefined => {
    if (!types.has(text)) types.set(text, readAccountType(text));
    return types.get(text);
  };
  for (const { row, account } of column === undefined ? [] : positions) {
    const cell = cells[row]?.[column as number];
    const text = typeof cell === "string" && !isNoFigure(cell) ? tidyText(cell) : isEmpty(cell) ? "" : String(cell);
    if (text === "" || saysHowHeld(text)) continue;
    const type = typeOf(text);
    const name = accounts[account]?.name ?? "";
    const place = at(row, "account type");
    const first = said.get(account);
    if (type === undefined) {
      if (!isAsked.has(account)) {
        questions.push({
          about: "account",
          problem: { code: "account type unknown", at: place, account: name, found: text },
        });
      }
      isAsked.add(account);
    } else if (first === undefined) said.set(account, { text, row, type });
    else if (first.type.kind !== type.kind && !isAsked.has(account)) {
      isAsked.add(account);
      questions.push({
        about: "account",
        problem: {
          code: "account types differ",
          ...{ at: place, account: name, found: text, first: first.text, firstRow: first.row },
        },
      });
    }
  }
  return accounts.map((account, index) => {
    const { name, from, row } = account;
    const typed = said.get(index);
    const type = typed?.type ?? typeOf(name);
    const place = row === undefined ? { argument } : rowOf(at(row, "account"));
    if (from === "title") notes.push({ code: "account from title", at: place, account: name, type: name });
    if (type?.isCustodial === true) notes.push({ code: "another taxpayer", at: place, account: name });
    if (type?.kind === "neutral") notes.push({ code: "neutral account", at: place, account: name });
    if (isAsked.has(index)) return account;
    if (type) return { ...account, kind: type.kind, type: typed?.text ?? name };
    if (from === "assumed" && accounts.length === 1 && column === undefined) {
      notes.push({ code: "one 401(k) assumed", argument });
      return { ...account, name: "401(k)", kind: "deferred", type: "401(k)" };
    }
    const first = positions.find((position) => position.account === index);
    const at0 = first === undefined ? place : rowOf(at(first.row, "account"));
    questions.push({
      about: "account",
      problem:
        name === ""
          ? { code: "account missing", at: at0 }
          : { code: "account type unknown", at: place, account: name, found: name },
    });
    return account;
  });
}
