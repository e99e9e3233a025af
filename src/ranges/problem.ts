import type { Cadence, EngineProblem, Failure, RaiseLimit, Result, Setting, Usd } from "../engine";
import type { NoFigure } from "./returns/portfolio-problem";

/** Everything that can be wrong, with cells or with what was asked of the engine, as data: a code and what a person needs to put it right. */
export type Problem = EngineProblem | CellProblem | NoFigure;

/**
 * What can be wrong with cells. The sentence is made in one place (`wording/problems.ts`), and the compiler asks for one
 * for each code, the engine's included. `argument` is an argument's name as the user sees it ("Targets"); `row` counts
 * from 0 in the range as it was given, header included.
 */
export type CellProblem =
  // Cells that can't be read
  | { readonly code: "not a number"; readonly at: CellPlace; readonly found: string; readonly wanted: Wanted }
  | { readonly code: "card for a number"; readonly at: CellPlace; readonly found: string; readonly wanted: Wanted }
  | { readonly code: "ambiguous number"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "error in a cell"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "still loading"; readonly at: CellPlace; readonly found: string }
  | {
      readonly code: "negative";
      readonly at: CellPlace;
      readonly found: number;
      readonly wanted: Wanted;
      /** The fund of a row in a table of holdings. */
      readonly fund?: string;
    }
  | {
      readonly code: "out of range";
      readonly at: CellPlace;
      readonly found: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: "not a whole number"; readonly at: CellPlace; readonly found: number }
  | { readonly code: "not a date"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "ambiguous date"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "date missing"; readonly at: CellPlace }
  | { readonly code: "not a name"; readonly at: CellPlace }
  | { readonly code: "name missing"; readonly at: CellPlace }
  | {
      readonly code: "number for a name";
      readonly at: CellPlace;
      readonly found: number;
      /** The day that Excel took the name for, if the number can be one. */
      readonly day: number | undefined;
    }
  | {
      readonly code: "look-alike names";
      readonly at: CellPlace;
      readonly found: string;
      readonly other: string;
      /** The letter that only looks like a Latin one. */
      readonly letter: string;
    }
  | { readonly code: "neither yes nor no"; readonly at: CellPlace; readonly found: string }
  | {
      readonly code: "total differs";
      readonly at: CellPlace;
      /** What the row says, and what the rows that it is the total of add up to, where they are money. */
      readonly stated?: Usd;
      readonly sum?: Usd;
    }
  | {
      readonly code: "columns missing";
      readonly argument: string;
      readonly names: readonly string[];
      readonly required: readonly string[];
    }
  | { readonly code: "missing argument"; readonly argument: string; readonly wanted: Wanted }
  | { readonly code: "not one cell"; readonly argument: string; readonly height: number; readonly width: number }
  | { readonly code: "not one column"; readonly argument: string; readonly height: number; readonly width: number }
  | { readonly code: "unequal heights"; readonly first: Height; readonly second: Height }
  | { readonly code: "too many rows"; readonly argument: string; readonly rows: number; readonly most: number }
  | { readonly code: "too much money"; readonly argument: string }
  | {
      readonly code: "unknown choice";
      readonly argument: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  // Targets and totals
  | {
      readonly code: "targets don't add up";
      readonly sum: number;
      readonly gap: number;
      readonly as: "fractions" | "percents";
      readonly mixed: boolean;
    }
  | { readonly code: "targets add up twice"; readonly sum: number }
  | { readonly code: "total row included"; readonly at: CellPlace; readonly value: Usd }
  // Returns
  | {
      readonly code: "returns don't match";
      readonly columns: number;
      readonly funds: number;
      readonly argument?: "Prices";
    }
  | { readonly code: "too few periods"; readonly periods: number; readonly least: number }
  | { readonly code: "prices for returns"; readonly column: number }
  | { readonly code: "return below −100%"; readonly at: CellPlace; readonly found: number }
  | { readonly code: "return too large"; readonly at: CellPlace; readonly found: number; readonly most: number }
  | { readonly code: "date twice"; readonly at: CellPlace; readonly day: number }
  | { readonly code: "dates out of order"; readonly at: CellPlace; readonly day: number; readonly before: number }
  /** A month or more is missing between a row and the one before. */
  | { readonly code: "period missing"; readonly at: CellPlace; readonly day: number; readonly before: number }
  | { readonly code: "years don't follow"; readonly at: CellPlace; readonly found: number; readonly wanted: number }
  | { readonly code: "past price missing"; readonly at: CellPlace }
  // Amounts that can't be had
  | { readonly code: "unassigned money"; readonly at: CellPlace }
  | { readonly code: "no relative drift"; readonly row: number }
  | { readonly code: "price missing"; readonly at: CellPlace; readonly shares: number; readonly fund?: string }
  // Holdings and their classes: `fund` is "" where the row has no name
  | {
      readonly code: "two prices";
      readonly at: CellPlace;
      readonly fund: string;
      readonly price: number;
      readonly firstPrice: number;
      /** The row that holds the first price. */
      readonly first: number;
    }
  | { readonly code: "class twice"; readonly at: CellPlace; readonly class: string; readonly first: number }
  | { readonly code: "class missing"; readonly at: CellPlace; readonly fund: string }
  | {
      readonly code: "class not listed";
      readonly at: CellPlace;
      readonly fund: string;
      readonly class: string;
      /** The listed class that looks the same, and the letter that only looks like a Latin one. */
      readonly alike?: { readonly class: string; readonly letter: string };
    }
  | { readonly code: "classes disagree"; readonly at: CellPlace; readonly fund: string; readonly class: string }
  | {
      readonly code: "classes don't add up";
      readonly at: CellPlace;
      readonly fund: string;
      /** Columns under other headings that hold just what is missing. */
      readonly unlisted: readonly string[];
      readonly sum: number;
      readonly gap: number;
      readonly as: "fractions" | "percents";
      readonly mixed: boolean;
    }
  // Tables of holdings as they are downloaded
  | { readonly code: "trades for holdings"; readonly at: CellPlace; readonly headings: readonly string[] }
  | { readonly code: "bond without a value"; readonly at: CellPlace; readonly fund: string }
  | {
      readonly code: "money below the end";
      readonly at: CellPlace;
      readonly fund: string;
      /** The row of text that ended the table. */
      readonly end: number;
    }
  // Accounts
  | { readonly code: "account missing"; readonly at: CellPlace }
  | { readonly code: "account type unknown"; readonly at: CellPlace; readonly account: string; readonly found: string }
  | {
      readonly code: "account types differ";
      readonly at: CellPlace;
      readonly account: string;
      readonly found: string;
      readonly first: string;
      readonly firstRow: number;
    }
  | {
      readonly code: "twice in an account";
      readonly at: CellPlace;
      readonly account: string;
      readonly what: "cash flow" | "counts as";
      readonly first: number;
    }
  | {
      readonly code: "money of two kinds";
      readonly argument: string;
      readonly account: string;
      /** The headings of the columns with pre-tax and with Roth money. */
      readonly preTax: string;
      readonly roth: string;
    }
  // A household and what it is meant to be
  | { readonly code: "target without a class"; readonly at: CellPlace }
  | { readonly code: "lock for a class"; readonly at: CellPlace; readonly found: string }
  | ({ readonly code: "unknown lock"; readonly found: string } & FundPlace)
  | ({ readonly code: "acquired later"; readonly found: number; readonly today: number } & FundPlace)
  /** `first`: the row in which the fund is in other classes. */
  | ({ readonly code: "fund classes differ"; readonly first: number } & FundPlace)
  | { readonly code: "income rate needed"; readonly argument: string; readonly account: string }
  | { readonly code: "whole percents in a household" }
  | { readonly code: "empty household"; readonly argument: string }
  | { readonly code: "two kinds of class bands"; readonly at: CellPlace; readonly class: string }
  // A household without a plan
  | {
      readonly code: "account cannot raise";
      readonly account: string;
      readonly asked: Usd;
      readonly most: Usd;
      readonly because: RaiseLimit;
    }
  | { readonly code: "account cannot place"; readonly account: string; readonly amount: Usd }
  | { readonly code: "no sells, but account pays out"; readonly account: string; readonly asked: Usd }
  | { readonly code: "no plan found" }
  // What is loaded on first use: a part of Keel, or the solver of linear programs
  | { readonly code: "not loaded" }
  | { readonly code: "no solver" }
  /** What a part that is loaded on first use says of a problem of its own: functions.js has no sentence for it. */
  | {
      readonly code: "told by its part";
      readonly sentence: string;
      readonly shows: "#VALUE!" | "#N/A";
      /** Where a policy looks more often than there are returns: how often, and how often there are returns. */
      readonly looks?: { readonly given: Cadence; readonly rows: Cadence };
    }
  // Exchanges
  | { readonly code: "half a pair"; readonly at: CellPlace }
  | { readonly code: "not two columns"; readonly argument: string; readonly height: number; readonly width: number }
  // The policy
  | { readonly code: "unknown clause"; readonly found: string; readonly at?: CellPlace }
  | {
      readonly code: "unknown setting";
      readonly found: string;
      readonly at: CellPlace;
      readonly known: readonly string[];
    }
  | {
      readonly code: "setting twice";
      readonly setting: Setting;
      readonly first: string;
      readonly second: string;
      readonly at?: CellPlace;
    }
  | { readonly code: "band of one"; readonly at: CellPlace }
  | { readonly code: "date for a band"; readonly at: CellPlace; readonly found: number }
  | {
      readonly code: "clause out of range";
      readonly clause: string;
      readonly least: string;
      readonly most: string;
      readonly at?: CellPlace;
    }
  | { readonly code: "bad date"; readonly found: string; readonly at?: CellPlace }
  | { readonly code: "not a policy range"; readonly height: number; readonly width: number }
  | { readonly code: "band without edges"; readonly clause: string; readonly operation: string }
  // The rules of rows
  | { readonly code: "not row rules"; readonly height: number; readonly width: number }
  | { readonly code: "unknown row rule"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "row rule twice"; readonly at: CellPlace; readonly first: string; readonly second: string }
  /** A band that looks at the whole portfolio. */
  | { readonly code: "row band of the whole"; readonly at: CellPlace; readonly found: string }
  | {
      readonly code: "row band out of range";
      readonly at: CellPlace;
      readonly found: string;
      readonly least: string;
      readonly most: string;
    };

/** A cell of an argument: `row` counts from 0 along the range; without it the argument is a single cell. `across` marks a range that lies in a row. */
export interface CellPlace {
  readonly argument: string;
  readonly row?: number;
  readonly across?: boolean;
  /** The column's name, in a table. */
  readonly column?: string;
}

/** A cell of a fund's row in a table of holdings, with the names that people know it by. */
interface FundPlace {
  readonly at: CellPlace;
  readonly account: string;
  readonly fund: string;
}

export interface Height {
  readonly argument: string;
  readonly rows: number;
}

/** What a number stands for, so that the sentence can show an example of it. */
export type Wanted =
  | "money"
  | "number"
  | "percentage"
  | "volatility"
  | "returns"
  | "weight"
  | "percent"
  | "policy"
  | "row rule"
  | "points"
  | "choice"
  | "goal"
  | "date"
  | "fund"
  | "class"
  | "shares"
  | "price"
  | "prices"
  | "match"
  | "filing"
  | "basis"
  | "table";

/** What was read or worked out from cells, or why there is nothing. */
export type Read<T> = Result<T, Problem>;

/** Why cells got no answer. */
export type Refusal = Failure<Problem>;

export function failed(problem: Problem): Refusal {
  return { ok: false, problem };
}

/** A row of a table of holdings that isn't counted: each is said, and the pane can bring it back. */
export type LeftOut =
  | { readonly code: "total row skipped"; readonly at: CellPlace; readonly amount?: Usd }
  | { readonly code: "prose left out"; readonly at: CellPlace; readonly text: string }
  | { readonly code: "table left out"; readonly at: CellPlace; readonly rows: number; readonly isTrades: boolean }
  | { readonly code: "row below left out"; readonly at: CellPlace }
  | { readonly code: "row left out as asked"; readonly at: CellPlace }
  | { readonly code: "loan left out"; readonly at: CellPlace; readonly fund: string; readonly amount: Usd }
  | {
      readonly code: "window left out";
      readonly at: CellPlace;
      readonly fund: string;
      /** What the row says, the account that lists what is in it, and what that account adds up to. */
      readonly amount: Usd;
      readonly account: string;
      readonly sum: Usd;
    };

/** What was accepted but is worth saying: shown in the pane and in CHECKUP. */
export type Note =
  | { readonly code: "targets scaled"; readonly sum: number; readonly as: "fractions" | "percents" }
  | { readonly code: "read as number"; readonly at: CellPlace; readonly found: string; readonly number: number }
  | { readonly code: "read as date"; readonly at: CellPlace; readonly found: string; readonly day: number }
  | { readonly code: "dash read as zero"; readonly at: CellPlace }
  | { readonly code: "table turned"; readonly argument: string }
  | LeftOut
  | { readonly code: "no figure"; readonly at: CellPlace; readonly fund: string }
  | { readonly code: "shares not read"; readonly at: CellPlace; readonly found: string }
  | { readonly code: "description for symbol"; readonly at: CellPlace; readonly fund: string }
  | { readonly code: "cost per share"; readonly argument: string; readonly heading: string }
  | { readonly code: "account from title"; readonly at: CellPlace; readonly account: string; readonly type: string }
  | { readonly code: "one 401(k) assumed"; readonly argument: string }
  | { readonly code: "another taxpayer"; readonly at: CellPlace; readonly account: string }
  | { readonly code: "neutral account"; readonly at: CellPlace; readonly account: string }
  | { readonly code: "rows of one fund added"; readonly at: CellPlace; readonly fund: string }
  | { readonly code: "barred fund not listed"; readonly at: CellPlace; readonly fund: string }
  | { readonly code: "later trades left out"; readonly argument: string; readonly trades: number }
  | { readonly code: "header rows skipped"; readonly argument: string; readonly rows: number }
  /** Blank cells among past returns: `at` is the first of a column's. */
  | { readonly code: "blank returns"; readonly at: CellPlace; readonly cells: number }
  /** Rows without a date and without a figure between rows that have some. */
  | { readonly code: "empty periods passed over"; readonly argument: string; readonly rows: readonly number[] }
  | {
      readonly code: "classes scaled";
      readonly at: CellPlace;
      readonly fund: string;
      readonly sum: number;
      readonly as: "fractions" | "percents";
    }
  | { readonly code: "cash price of 1"; readonly at: CellPlace }
  | { readonly code: "cash owed"; readonly at: CellPlace; readonly amount: Usd }
  | { readonly code: "owed cash left out"; readonly at: CellPlace; readonly amount: Usd }
  | { readonly code: "unlisted money left out"; readonly at: CellPlace; readonly fund: string; readonly amount: Usd }
  | { readonly code: "held money left out"; readonly at: CellPlace; readonly fund: string; readonly amount: Usd }
  | { readonly code: "cash to invest"; readonly at: CellPlace; readonly amount: Usd }
  | { readonly code: "owed cash to pay"; readonly at: CellPlace; readonly amount: Usd }
  | { readonly code: "unlisted money to sell"; readonly at: CellPlace; readonly fund: string; readonly amount: Usd }
  | { readonly code: "menu row without a class"; readonly at: CellPlace; readonly fund: string }
  | {
      readonly code: "basis missing";
      readonly argument: string;
      readonly account: string;
      readonly rows: readonly number[];
    }
  | { readonly code: "no day given" }
  | { readonly code: "no tax rates" }
  | { readonly code: "losses left over"; readonly short: Usd; readonly long: Usd }
  | { readonly code: "plan purchase counts"; readonly fund: string; readonly account: string }
  | { readonly code: "untargeted money"; readonly at: CellPlace }
  | { readonly code: "untargeted money left out"; readonly at: CellPlace; readonly amount: Usd }
  | { readonly code: "date read as row band"; readonly at: CellPlace }
  | { readonly code: "date read as band"; readonly found: number }
  // The law
  | { readonly code: "catch-up if offered" }
  | { readonly code: "hsa catch-up"; readonly amount: Usd }
  | { readonly code: "limit reached early"; readonly limit: Usd }
  | { readonly code: "born 1959" }
  | { readonly code: "spouse not counted" }
  | { readonly code: "one taxable account assumed"; readonly argument: string };
