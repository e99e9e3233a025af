import {
  noChoices,
  type AccountChoice,
  type Choices,
  type FundChoice,
  type Source,
  type SourceChoices,
  type Whereabouts,
} from "../../../lists";
import type { Block } from "../../../sheets";
import type { Receipt } from "../../../workbook";

/** What is being brought in: kept by the pane until it is written, so that nothing that was answered is lost. */
export interface BringIn {
  readonly sources: readonly Source[];
  /** A list of the workbook that another screen has sent here, until it is read. */
  readonly offered: Whereabouts | undefined;
  readonly choices: Choices;
  /** Percents of the classes of a fund as they stand in its fields, by the fund's key and the class. */
  readonly mixes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether the owner looks at what would change in the table. */
  readonly comparing: boolean;
  /** What was written last, until something new is brought in. */
  readonly written: Written | undefined;
}

export interface Written {
  readonly kind: "new" | "update";
  readonly receipt: Receipt;
  readonly table: string;
  readonly place: Block;
  readonly accounts: number;
  readonly holdings: number;
  /** Cents. */
  readonly total: number;
  readonly state: "there" | "taken back" | "not to be taken back";
}

export const nothingBroughtIn: BringIn = {
  sources: [],
  offered: undefined,
  choices: noChoices,
  mixes: {},
  comparing: false,
  written: undefined,
};

/** Adds sources; one of a name that is there already takes its place, as when a file was downloaded again. */
export function withSources(bringIn: BringIn, added: readonly Source[]): BringIn {
  const names = new Set(added.map(({ name }) => name));
  return {
    ...bringIn,
    sources: [...bringIn.sources.filter(({ name }) => !names.has(name)), ...added],
    comparing: false,
    written: undefined,
  };
}

export function withoutSource(bringIn: BringIn, key: string): BringIn {
  return { ...bringIn, sources: bringIn.sources.filter((source) => source.key !== key) };
}

export function withSourceChoice(bringIn: BringIn, key: string, change: Partial<SourceChoices>): BringIn {
  const sources = new Map(bringIn.choices.sources);
  sources.set(key, { ...sources.get(key), ...change });
  return { ...bringIn, choices: { ...bringIn.choices, sources } };
}

export function withAccountChoice(bringIn: BringIn, key: string, change: Partial<AccountChoice>): BringIn {
  const accounts = new Map(bringIn.choices.accounts);
  accounts.set(key, { ...accounts.get(key), ...change });
  return { ...bringIn, choices: { ...bringIn.choices, accounts } };
}

/** `undefined` takes back what was chosen, so that what Keel knows of the fund counts again. */
export function withFundChoice(bringIn: BringIn, key: string, choice: FundChoice | undefined): BringIn {
  const funds = new Map(bringIn.choices.funds);
  if (choice) funds.set(key, choice);
  else funds.delete(key);
  const mixes = Object.fromEntries(Object.entries(bringIn.mixes).filter(([fund]) => fund !== key));
  return { ...bringIn, mixes, choices: { ...bringIn.choices, funds } };
}

/** Percents typed for a fund of several classes: they are its mix once they add up to 100. */
export function withMix(bringIn: BringIn, key: string, percents: Readonly<Record<string, string>>): BringIn {
  const funds = new Map(bringIn.choices.funds);
  const weights = mixIn(percents);
  if (weights) funds.set(key, { kind: "mix", weights });
  else funds.delete(key);
  return {
    ...bringIn,
    mixes: { ...bringIn.mixes, [key]: percents },
    choices: { ...bringIn.choices, funds },
  };
}

/** How far percents may be from 100 in all: thirds are typed as 33.33. */
const NEAR = 0.05;

/** The percent that a field says: 0 where it is blank, undefined where it can't be read. */
export function percentIn(text: string): number | undefined {
  const typed = text.trim().replace(/\s*%$/, "").replace(",", ".");
  if (typed === "") return 0;
  const percent = /^\d*\.?\d+$/.test(typed) ? Number(typed) : NaN;
  return percent <= 100 ? percent : undefined;
}

/** What the fields of a mix add up to, in percent, those that can't be read left out. */
export function mixSum(percents: Readonly<Record<string, string>>): number {
  return Object.values(percents).reduce((sum, text) => sum + (percentIn(text) ?? 0), 0);
}

/** Fractions that add up to 1; undefined while the fields don't add up to 100, or one can't be read. */
function mixIn(percents: Readonly<Record<string, string>>): Readonly<Record<string, number>> | undefined {
  const sum = mixSum(percents);
  if (Math.abs(sum - 100) > NEAR || Object.values(percents).some((text) => percentIn(text) === undefined))
    return undefined;
  const held = Object.entries(percents).flatMap(([name, text]) => {
    const percent = percentIn(text) ?? 0;
    return percent === 0 ? [] : [[name, Number((percent / 100).toFixed(6))] as const];
  });
  return Object.fromEntries(held);
}
