import { succeeded, type Policy, type Setting } from "../../engine";
import { failed, type Read } from "../problem";
import { map, unknown } from "./amounts";
import { settingNames, settingOf } from "./every-setting";
import type { Form } from "./setting";

/** What one clause says: one or more settings (`annual and 5/25` says three), and the words it was said in, in cells with their label. */
export interface Clause {
  readonly text: string;
  readonly settings: Policy;
}

/** Reads one clause, tidied. */
export function readClause(text: string): Read<Clause> {
  for (const name of settingNames) {
    const read = readAs(name, text);
    if (read) return map(read, (settings) => ({ text, settings }));
  }
  return unknown(text);
}

function readAs(name: Setting, text: string): Read<Policy> | undefined {
  const { forms, joined = [] } = settingOf(name);
  const read = readForms(forms, text);
  return read ? map(read, (value): Policy => ({ [name]: value })) : readForms(joined, text);
}

/** Reads words by the first form that they have; undefined if they have none. */
export function readForms<Value>(forms: readonly Form<Value>[], text: string): Read<Value> | undefined {
  const words = text.toLowerCase();
  for (const form of forms) {
    const parts = form.shape.exec(words);
    if (parts) return form.read(parts, text);
  }
  return undefined;
}

/** Completes what a setting's cell says to a clause: the label has said the first word already. */
export function asClause(word: string | undefined, text: string): string {
  return word === undefined || text.toLowerCase().startsWith(word) ? text : `${word} ${text}`;
}

/** Puts clauses together. A setting that is said twice is an error, not a guess. */
export function joinClauses(clauses: readonly Clause[]): Read<Policy> {
  const said = new Map<Setting, string>();
  let policy: Policy = {};
  for (const clause of clauses) {
    for (const setting of Object.keys(clause.settings) as Setting[]) {
      const before = said.get(setting);
      if (before !== undefined) return failed({ code: "setting twice", setting, first: before, second: clause.text });
      said.set(setting, clause.text);
    }
    policy = { ...policy, ...clause.settings };
  }
  return succeeded(policy);
}
