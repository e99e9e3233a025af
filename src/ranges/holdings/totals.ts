import { cents } from "../../engine";
import { failed, type LeftOut, type Refusal } from "../problem";
import type { Block } from "./body";
import { isLoan, isWindow, totalLabel, wordsOf, type TotalLabel } from "./labels";
import type { CellPlace } from "../problem";
import type { Accounts } from "./accounts";
import { totalsInOrder, type TotalOrRow } from "./total-scope";

/** A row that may be a holding, with what tells whether it is one. */
export interface Candidate {
  readonly row: number;
  readonly block: Block;
  readonly account: number | undefined;
  /** Whole cents. */
  readonly value: number;
  /** What the row says in its cells of names, and in those of its account; empty where they are blank. */
  readonly labels: readonly string[];
  readonly accountLabels: readonly string[];
  /** What its fund is called; "" for none. */
  readonly fund: string;
  readonly isCash: boolean;
  /** What else says that a row is a fund: shares, a price, a symbol or class that isn't the label, parts of classes. */
  readonly hasShares: boolean;
  readonly hasPrice: boolean;
  readonly hasName: boolean;
  readonly hasMix: boolean;
}

/** Where a row is. */
type PlaceOf = (row: number) => CellPlace;

/** What becomes of candidates: left out, or a total whose amount is wrong; all others are holdings. */
export interface Sorted {
  readonly leftOut: ReadonlyMap<number, LeftOut>;
  readonly wrong: readonly Refusal[];
  /** Totals that are wrong, by their row. */
  readonly refused: ReadonlySet<number>;
}

/** What some rows add up to: with and without what isn't counted, since an account's total may have it. */
interface Sum {
  rows: number;
  money: number;
  cash: number;
  cashRows: number;
  loans: number;
  windows: number;
}

const newSum = (): Sum => ({ rows: 0, money: 0, cash: 0, cashRows: 0, loans: 0, windows: 0 });

/** `blank` has no label, `unlikely` one that may be a fund's or the cash's: SUM, `Total cash`. What rows add up to decides. */
type Kind = TotalLabel | "blank" | "unlikely" | "loan" | "window" | "holding";

/**
 * Leaves out totals, loans, and brokerage windows whose content is listed too. A total says so in its label, or has
 * none, and is within a cent of what other rows of its account, its block or the table add up to. A row that is called
 * a total and isn't is refused: counted, it could be money twice.
 */
export function sortOut(
  candidates: readonly Candidate[],
  accounts: Accounts,
  hasDetails: boolean,
  placeOf: PlaceOf,
): Sorted {
  const kinds = candidates.map((each) => kindOf(each, accounts, hasDetails));
  const leftOut = new Map<number, LeftOut>();
  // What its label doesn't tell is told first: what is no total counts in the others' sums.
  const tell = (kind: "unlikely" | "blank"): void => {
    if (!kinds.includes(kind)) return;
    const sums = sumsOf(candidates, kinds, accounts);
    candidates.forEach(({ row, value, isCash }, index) => {
      if (kinds[index] !== kind) return;
      const ofRows = sums(index);
      const fewest = kind === "blank" || isCash ? 1 : 2;
      if (ofRows.some((sum) => sum.rows >= fewest && isTotalOf(sum, value, isCash))) {
        leftOut.set(row, { code: "total row skipped", at: placeOf(row), amount: cents(value) });
        // Beside other cash, `Total cash` that doesn't agree is a total that is wrong.
      } else kinds[index] = isCash && ofRows.some(({ cashRows }) => cashRows > 0) ? "class" : "holding";
    });
  };
  tell("unlikely");
  const windows = windowsIn(candidates, kinds, accounts, placeOf);
  candidates.forEach(({ row, fund, value }, index) => {
    const window = windows.get(index);
    if (window) leftOut.set(row, window);
    else if (kinds[index] === "window") kinds[index] = "holding";
    if (kinds[index] === "loan") {
      leftOut.set(row, { code: "loan left out", at: placeOf(row), fund, amount: cents(value) });
    }
  });
  tell("blank");
  const wrong: Refusal[] = [];
  const refused = new Set<number>();
  if (!kinds.some(isTotalKind)) return { leftOut, wrong, refused };
  const sums = sumsOf(candidates, kinds, accounts);
  const agrees = candidates.map(({ value, isCash }, index) => {
    // The others have been told.
    if (!isTotalKind(kinds[index]) || kinds[index] === "blank" || kinds[index] === "unlikely") return undefined;
    return value === 0 || sums(index).some((sum) => isTotalOf(sum, value, isCash));
  });
  const inOrder = agrees.includes(false)
    ? totalsInOrder(
        candidates.map((each, index) => totalOrRow(each, kinds[index], accounts, agrees[index] ?? true)),
        accounts.list.length > 1,
      )
    : undefined;
  candidates.forEach(({ row, value, isCash }, index) => {
    if (agrees[index] === undefined) return;
    const at = placeOf(row);
    if (agrees[index] || inOrder?.agrees(index) === true) {
      leftOut.set(row, { code: "total row skipped", at, ...(value !== 0 && { amount: cents(value) }) });
      return;
    }
    const cash = isCash ? sums(index).find(({ cashRows }) => cashRows > 0)?.cash : undefined;
    const sum = cents(cash ?? inOrder?.sumOf(index) ?? 0);
    refused.add(row);
    wrong.push(failed({ code: "total differs", at, stated: cents(value), sum }));
  });
  return { leftOut, wrong, refused };
}

/** Labels of a total that leave nothing out. */
const OF_EVERYTHING = /^(GRAND|GRANDTOTAL|HOUSEHOLD|OVERALL|COMBINED|ALL)$/;

/** What a candidate is for whoever asks what totals stand for. */
function totalOrRow(
  { account, value, labels, accountLabels }: Candidate,
  kind: Kind | undefined,
  accounts: Accounts,
  agrees: boolean,
): TotalOrRow {
  if (!isTotalKind(kind)) return { account, value, is: kind === "holding" ? "row" : "not counted" };
  const words = [...labels, ...accountLabels].flatMap(wordsOf);
  return {
    ...{ account, value, is: "total" },
    isGrand: words.some((word) => OF_EVERYTHING.test(word)),
    named: accountsNamed(words, accounts),
    agrees,
  };
}

/** The accounts of which all words stand among some. */
function accountsNamed(said: readonly string[], { list }: Accounts): readonly number[] {
  const words = new Set(said);
  return list.flatMap(({ name }, each) => {
    const own = wordsOf(name);
    return own.length > 0 && own.every((word) => words.has(word)) ? [each] : [];
  });
}

function kindOf(candidate: Candidate, accounts: Accounts, hasDetails: boolean): Kind {
  const { labels, accountLabels, isCash, hasShares, hasPrice, hasName, hasMix, fund, value } = candidate;
  const isFund = hasShares || hasPrice || hasName || hasMix;
  for (const said of [labels, accountLabels]) {
    for (const label of said) {
      const says = totalLabel(label, accounts.words);
      if (says === undefined) continue;
      if (isCash || (says === "only" && (hasPrice || hasName))) return "unlikely";
      if (says === "only") return "only";
      // Other words may stand in the label only where the row's blank cells say too that it is no fund.
      if (hasDetails && !isFund) return says;
    }
  }
  if (labels.length === 0) return isCash || isFund || value === 0 ? "holding" : "blank";
  if (fund === "" || isCash) return "holding";
  return isLoan(fund) ? "loan" : isWindow(fund) ? "window" : "holding";
}

/** Windows that an account of the same table, or one with just their money, lists in full. */
function windowsIn(
  candidates: readonly Candidate[],
  kinds: readonly Kind[],
  accounts: Accounts,
  placeOf: PlaceOf,
): ReadonlyMap<number, LeftOut> {
  const found = new Map<number, LeftOut>();
  if (!kinds.includes("window") || accounts.list.length < 2) return found;
  const sums = new Map<number, number>();
  candidates.forEach(({ account, value }, index) => {
    if (account === undefined || (kinds[index] !== "holding" && kinds[index] !== "window")) return;
    sums.set(account, (sums.get(account) ?? 0) + value);
  });
  candidates.forEach(({ row, account, value, fund, labels }, index) => {
    if (kinds[index] !== "window") return;
    const others = [...sums].filter(([each]) => each !== account);
    const named = others.find(([each]) => labels.some((label) => isSameName(accounts.list[each]?.name ?? "", label)));
    const listed = named ?? others.find(([, sum]) => sum !== 0 && Math.abs(sum - value) <= 1);
    if (!listed) return;
    const [each, sum] = listed;
    const name = accounts.list[each]?.name ?? "";
    const amounts = { amount: cents(value), account: name, sum: cents(sum) };
    found.set(index, { code: "window left out", at: placeOf(row), fund, ...amounts });
  });
  return found;
}

/** Whether an account has the name of a window, written another way: `BrokerageLink Roth` and `BROKERAGELINK`. */
function isSameName(account: string, fund: string): boolean {
  if (!isWindow(fund)) return false;
  const [one, other] = [account, fund].map((name) => wordsOf(name).join("")) as [string, string];
  return one !== "" && (one.includes(other) || other.includes(one));
}

type SumsOf = (index: number) => readonly Sum[];

/** Makes a reader of what the rows add up to that a row may be the total of. */
function sumsOf(candidates: readonly Candidate[], kinds: readonly Kind[], accounts: Accounts): SumsOf {
  const all = newSum();
  const byAccount = new Map<number, Sum>();
  const byBlock = new Map<Block, Sum>();
  // The rows between two totals, and all rows above one.
  const segments: Sum[] = [newSum()];
  const segmentOf: number[] = [];
  const above: Sum[] = [];
  candidates.forEach(({ account, block, value, isCash }, index) => {
    const kind = kinds[index];
    const segment = segments.at(-1) as Sum;
    segmentOf.push(segments.length - 1);
    if (isTotalKind(kind)) {
      above[index] = { ...all };
      if (segment.rows > 0) segments.push(newSum());
      return;
    }
    const sums = [all, segment, sumIn(byBlock, block), ...(account === undefined ? [] : [sumIn(byAccount, account)])];
    for (const sum of sums) {
      if (kind === "loan") sum.loans += value;
      else if (kind === "window") sum.windows += value;
      else {
        sum.rows += 1;
        sum.money += value;
        sum.cash += isCash ? value : 0;
        sum.cashRows += isCash ? 1 : 0;
      }
    }
  });
  return (index) => {
    const { account, block, labels, accountLabels } = candidates[index] as Candidate;
    const place = segmentOf[index] as number;
    const named = accountsNamed([...labels, ...accountLabels].flatMap(wordsOf), accounts);
    return [
      segments[place],
      ...named.map((each) => byAccount.get(each)),
      account === undefined ? undefined : byAccount.get(account),
      byBlock.get(block),
      above[index],
      all,
      segments[place + 1],
    ].filter((sum): sum is Sum => sum !== undefined && sum.rows > 0);
  };
}

function sumIn<Key>(sums: Map<Key, Sum>, key: Key): Sum {
  const known = sums.get(key);
  if (known) return known;
  const sum = newSum();
  sums.set(key, sum);
  return sum;
}

function isTotalKind(kind: Kind | undefined): boolean {
  return kind === "only" || kind === "class" || kind === "with others" || kind === "blank" || kind === "unlikely";
}

function isTotalOf({ rows, money, cash, cashRows, loans, windows }: Sum, value: number, ofCash = false): boolean {
  const near = (sum: number): boolean => Math.abs(sum - value) <= 1;
  if (ofCash && cashRows > 0 && near(cash)) return true;
  return rows > 0 && [0, loans, windows, loans + windows].some((more) => near(money + more));
}
