import type { Policy, Setting } from "../../engine";
import type { CellPlace, Note, Read } from "../problem";

/** What a setting is once it is given. */
export type Given<S extends Setting> = NonNullable<Policy[S]>;

/** A way to say something, and how it is read. `shape` is matched against the tidied words in lower case. */
export interface Form<Value> {
  readonly shape: RegExp;
  /** `parts` are the match and its groups, `typed` the words as they stand in the policy, for a problem to quote. */
  readonly read: (parts: readonly string[], typed: string) => Read<Value>;
}

/** One setting of a policy: what it is called, how it is said and read, and how it is shown. Each has a file in `settings/`. */
export interface PolicySetting<S extends Setting> {
  /** Its name: in POLICY's table, in sentences and as a label in a policy range. */
  readonly label: string;
  /** What a range's list of known labels calls it, if not so. */
  readonly shortLabel?: string;
  /** Other labels for it, in lower case. */
  readonly alsoLabelled?: RegExp;
  /** A label that it shares with other settings: its cell holds whole clauses. */
  readonly sharedLabel?: string;
  /** Examples of its clauses, for whoever typed one that Keel doesn't know. */
  readonly known: string;
  /** The clauses that say this setting alone; none if it is said only together with others. */
  readonly forms: readonly Form<Given<S>>[];
  /** The clauses that say it together with other settings. */
  readonly joined?: readonly Form<Policy>[];
  /** How its cell in a policy range is read, where that is not just the words of its clause. */
  readonly cell?: CellReading<S>;
  /** The value that holds where none is given, if there is one, and what POLICY shows then. */
  readonly unset: { readonly value?: Given<S>; readonly shown: string };
  /** What POLICY shows of a value. */
  readonly show: (value: Given<S>) => string;
  /** Its part of the policy's one sentence, behind the parts on when and how far; undefined where it goes without saying. */
  readonly phrase?: (value: Given<S>) => string | undefined;
}

/** What a cell of a policy range may hold beside the words of a clause. */
export interface CellReading<S extends Setting> {
  /** The first word of its clause, which the label says already: `min` of `min $100`. */
  readonly word?: string;
  /** Words that are understood beside the label only. */
  readonly forms?: readonly Form<Given<S>>[];
  /** Words that leave it at its default. */
  readonly nothing?: RegExp;
  /** Reads a number; 0 never comes here. `found` is what a problem is to quote. */
  readonly number?: (number: number, found: string, at: CellPlace, notes: Note[]) => Read<Given<S>>;
  /** Whether digits alone mean the number in a cell that is formatted as text, as the wizard formats the band's. */
  readonly takesDigits?: true;
  /** Whether an empty check box, FALSE, says no; it leaves other settings at their defaults. */
  readonly unticked?: true;
}

/**
 * How a setting is written back, how a plan's sheet shows it, and how the wizard asks for it. It stands beside the
 * setting, and apart from it because functions.js does without.
 */
export interface SettingInPlan<S extends Setting> {
  /** Says a value as its cell in a policy range does: `$100` beside Minimum trade. Read back, it is the same value. */
  readonly say: (value: Given<S>) => string;
  /** Says a value as a clause of a text, where that is not the first word that its cell leaves out and what it says. */
  readonly clause?: (value: Given<S>) => string;
  /** The hint beside its cell. */
  readonly help: string;
  /** The words that its cell offers; `strict` ones are all that it takes. */
  readonly offers?: { readonly words: readonly string[]; readonly strict: boolean };
  /** Whether every plan has a row for it; others have one where it is given. */
  readonly inEveryPlan?: true;
  /** Whether its cell holds a day of Excel's own. */
  readonly isDay?: true;
  /** Whether it makes a difference beside the other settings, if it doesn't always. */
  readonly matters?: (policy: Policy) => boolean;
  /** The wizard's question, if it asks. */
  readonly question?: Question;
}

export type Question = {
  readonly ask: string;
  /** Whether it is asked only on request. */
  readonly rare: boolean;
  /** Which households it is asked of, any of these: to others, and to a list by itself, it makes no difference. */
  readonly where?: readonly HouseholdTrait[];
} & (ChoiceQuestion | TypedQuestion);

/** What a household has to have for some settings to make a difference. */
export type HouseholdTrait =
  /** An account whose gains are taxed. */
  | "taxable account"
  /** Accounts whose money is taxed later beside others. */
  | "deferred beside others"
  /** Accounts that are taxed in different ways. */
  | "several kinds of account";

/** A question with a few answers. */
export interface ChoiceQuestion {
  readonly kind: "list" | "buttons";
  /** The first is the usual one. */
  readonly choices: () => readonly Choice[];
}

/** One answer: the setting with it, or without where the answer is none; what it is called, and what it means. */
export interface Choice {
  readonly policy: Policy;
  /** What the plan's cell says, if not what the setting says of itself. */
  readonly words?: string;
  readonly name: string;
  readonly meaning?: string;
}

/** A question with a field to type in; an empty one gives nothing. */
export interface TypedQuestion {
  readonly kind: "text" | "day";
  readonly hint: string;
  /** Reads what was typed; undefined if it can't be read. */
  readonly read: (typed: string) => Policy | undefined;
  /** Writes a policy's setting as it is typed, "" where it isn't given. */
  readonly type: (policy: Policy) => string;
  /** What to type instead of what can't be read. */
  readonly unread: string;
  /** What is said of a day after today, if it must not be. */
  readonly tooLate?: string;
  /** Answers that are ready to be chosen; with the last of them the field is shown for the rest of what is typed. */
  readonly ready?: readonly ReadyAnswer[];
}

/** What is typed for an answer, what it is called, and what it means; `field` is what the field is called that goes on with it. */
export interface ReadyAnswer {
  readonly field?: string;
  readonly typed: string;
  readonly name: string;
  readonly meaning?: string;
}
