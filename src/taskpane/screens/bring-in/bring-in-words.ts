import {
  heldIn,
  holdingsIn,
  type Changes,
  type Found,
  type FoundAccount,
  type FoundFund,
  type Made,
  type Open,
  type ReadSource,
} from "../../../lists";
import { noteSentence, type LeftOut, type Note } from "../../../ranges";
import { count, dollars, inWords, percent, whole } from "../../components/figures";
import { dayInWords } from "../../standing/day";

/** Why a file was not read. */
export type FileTrouble = "empty" | "too large" | "another kind" | "unreadable";

export function fileSentence(file: string, trouble: FileTrouble): string {
  switch (trouble) {
    case "empty":
      return `${file} is empty. Download it again.`;
    case "too large":
      return `${file} is larger than 50 MB. Download the positions only, or take the other sheets out of it.`;
    case "another kind":
      return `${file} is no .csv, .txt or .xlsx file. Open it in the program that made it and save it as .xlsx or .csv.`;
    case "unreadable":
      return `${file} can’t be read: it is damaged, or protected by a password. Download it again, or save it as .csv.`;
  }
}

/** `Fidelity positions of October 21, 2026: 3 accounts, 11 holdings, $508,841.94.` */
export function sourceSentence(read: Extract<ReadSource, { readonly table: unknown }>): string {
  const { house, asOf, source, table } = read;
  const what = house === undefined ? source.name : `${house} positions`;
  const day = asOf === undefined ? "" : ` of ${dayInWords(asOf)}`;
  const held = holdingsIn(table);
  return `${what}${day}: ${count(table.accounts.length, "account")}, ${count(held, "holding")}, ${dollars(table.total / 100)}.`;
}

/** What all that was found is together. */
export function totalSentence(found: Found): string {
  const { accounts, total } = found;
  return `${count(accounts.length, "account")}, ${count(heldIn(found), "holding")}, ${dollars(total / 100)} together.`;
}

/** What of a source isn't counted, in short. */
export function leftOutSentence(leftOut: readonly LeftOut[]): string | undefined {
  const numberOf = (...codes: readonly LeftOut["code"][]): number =>
    leftOut.filter(({ code }) => codes.includes(code)).length;
  const some = (number: number, one: string, many: string): string[] =>
    number === 0 ? [] : [number === 1 ? one : `${whole(number)} ${many}`];
  const tables = leftOut.filter((each) => each.code === "table left out");
  const trades = tables.filter(({ isTrades }) => isTrades).length;
  const parts = [
    ...some(numberOf("total row skipped"), "the row of the total", "rows of totals"),
    ...some(numberOf("prose left out"), "a line of small print", "lines of small print"),
    ...some(trades, "a table of trades", "tables of trades"),
    ...some(tables.length - trades, "another table", "other tables"),
    ...some(numberOf("loan left out"), "a loan", "loans"),
    ...some(
      numberOf("window left out"),
      "a brokerage window that is listed by itself",
      "brokerage windows that are listed by themselves",
    ),
    ...some(numberOf("row below left out"), "a row below the table", "rows below the table"),
    ...some(numberOf("row left out as asked"), "a row, as you asked", "rows, as you asked"),
  ];
  return parts.length === 0 ? undefined : `Left out: ${inWords(parts)}.`;
}

/** Notes that tell the owner nothing that the screen doesn't show: how ordinary cells were read. */
const ORDINARY: ReadonlySet<Note["code"]> = new Set<Note["code"]>([
  "read as number",
  "header rows skipped",
  "dash read as zero",
  "account from title",
  "rows of one fund added",
]);

/** What else is worth knowing of how a source was read, each thing once. */
export function readingSentences(notes: readonly Note[]): readonly string[] {
  return [...new Set(notes.filter(({ code }) => !ORDINARY.has(code)).map((note) => noteSentence(note)))];
}

export function pendingSentence({ pending, accounts }: Found): string | undefined {
  if (pending.length === 0) return undefined;
  const parts = pending.map(({ account, amount }) => {
    const name = accounts.find(({ key }) => key === account)?.name ?? "";
    return `${dollars(amount / 100)} in ${name}`;
  });
  return `Pending activity was counted in cash: ${inWords(parts, 4)}.`;
}

/** Accounts that stand in two sources. */
export function repeatedSentences({ repeated, accounts, sources }: Found): readonly string[] {
  const nameOf = (key: string): string => sources.find(({ source }) => source.key === key)?.source.name ?? "";
  return repeated.map(({ account, counted, leftOut }) => {
    const name = accounts.find(({ key }) => key === account)?.name ?? "One account";
    return `${name} is in ${nameOf(counted)} and in ${nameOf(leftOut)}. It is counted once, from ${nameOf(counted)}.`;
  });
}

/** What the menu of an account's type says where it isn't known. */
export function accountQuestion({ isAssumed, name }: FoundAccount): string {
  return isAssumed ? "Nothing in it says which account this is." : `What kind of account is ${name}?`;
}

/** Where what is known of a fund comes from; undefined where the owner said it. */
export function madeSentence(made: Made): string | undefined {
  switch (made.kind) {
    case "class":
      return made.from === "words" ? "A guess by its name" : made.from === "owner" ? "From your own column" : undefined;
    case "mix":
      return `${mixInWords(made.weights)} (${mixSource(made)})`;
    case "leave alone":
      return made.from === "known" && made.why
        ? `Left alone: ${made.why}. It keeps its money and is in no class.`
        : "It keeps its money and is in no class.";
    case "open":
      return openSentence(made.about);
  }
}

function openSentence(about: Extract<Made, { readonly kind: "open" }>["about"]): string {
  switch (about) {
    case "stable value":
      return "Stable value: do you count it as bonds or as cash?";
    case "mixed fund":
      return "It holds several classes. Give their percents, choose one class, or leave it alone.";
    case "unknown fund":
      return "Keel doesn’t know it. Choose its class, give the percents of several, or leave it alone.";
  }
}

/** `54% US stocks, 36% International stocks and 10% Bonds`. */
export function mixInWords(weights: Readonly<Record<string, number>>): string {
  return inWords(Object.entries(weights).map(([name, weight]) => `${percent(weight)} ${name}`));
}

/** Where the weights of a mix come from. */
export function mixSource(made: Extract<Made, { readonly kind: "mix" }>): string {
  const { from, asOf, year } = made;
  if (from === "owner" || from === "chosen") return "your own";
  if (year === "retired") return `assumed for ${asOf?.slice(0, 4) ?? ""}: a target-date fund for those who are retired`;
  if (year !== undefined) return `assumed for ${asOf?.slice(0, 4) ?? ""}: a target-date fund for ${String(year)}`;
  return from === "table"
    ? `the fund’s own policy, ${asOf ?? ""}`
    : `its stocks and bonds by its policy, ${asOf ?? ""}; the part abroad assumed`;
}

/** What has to be answered before anything is written; undefined where nothing has. */
export function openSentenceOf({ money, files, accounts, funds }: Open): string | undefined {
  const parts = [
    ...(money > 0 ? [count(money, "question") + " about rows"] : []),
    ...(files > 0 ? [`what to bring instead of ${count(files, "file")} without holdings`] : []),
    ...(accounts > 0 ? [`the kind of ${count(accounts, "account")}`] : []),
    ...(funds > 0 ? [`what ${count(funds, "fund")} ${funds === 1 ? "is" : "are"} made of`] : []),
  ];
  return parts.length === 0 ? undefined : `Still to answer: ${inWords(parts)}.`;
}

/** `4 holdings change, 6 stay, 1 is new, 1 is gone.` */
export function changesSentence({ changed, unchanged, added, gone }: Changes): string {
  const parts = [
    `${count(changed.length, "holding")} ${changed.length === 1 ? "changes" : "change"}`,
    `${whole(unchanged.length)} ${unchanged.length === 1 ? "stays" : "stay"} as ${unchanged.length === 1 ? "it is" : "they are"}`,
    ...(added.length > 0 ? [`${whole(added.length)} ${added.length === 1 ? "is" : "are"} new`] : []),
    ...(gone.length > 0 ? [`${whole(gone.length)} ${gone.length === 1 ? "is" : "are"} gone`] : []),
  ];
  return `${inWords(parts)}.`;
}

export function untouchedSentence({ untouched }: Changes): string | undefined {
  return untouched.length === 0
    ? undefined
    : `Not in these files, so left as ${untouched.length === 1 ? "it is" : "they are"}: ${inWords(untouched, 4)}.`;
}

const LEFT_OUT = { shares: "Shares", price: "Price", "cost basis": "Cost basis" } as const;

/** What the files tell and the table has no column for, with what to do. */
export function leftOutSentences({ leftOut }: Pick<Changes, "leftOut">, table: string): readonly string[] {
  const headings = (["shares", "price", "cost basis"] as const).filter((kind) => leftOut.includes(kind));
  const named = inWords(headings.map((kind) => LEFT_OUT[kind]));
  return [
    ...(headings.length === 0
      ? []
      : [
          `${table} has no ${headings.length === 1 ? "column" : "columns"} ${named}, so what the files say of ${headings.length === 1 ? "it" : "them"} isn’t written. Add ${headings.length === 1 ? "it" : "them"} first if you want ${headings.length === 1 ? "it" : "them"} kept.`,
        ]),
    ...(leftOut.includes("acquired")
      ? [
          `The days on which lots were bought aren’t written: ${table} has no column Acquired, so the lots of a fund are added up. Add that column first, and each lot gets a row of its own.`,
        ]
      : []),
  ];
}

/** Funds by what is asked or said of them. */
export function fundLabel({ name, ticker }: FoundFund): string {
  return ticker === undefined || ticker === name ? name : `${name} (${ticker})`;
}

/** A fund, and of a lot of it the day on which that was bought. */
export function lotLabel(fund: string, acquired: number | undefined): string {
  return acquired === undefined ? fund : `${fund}, bought on ${dayInWords(acquired)}`;
}
