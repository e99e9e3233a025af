import { failed, succeeded, type Policy, type Result, type Setting } from "../engine";
import type { PolicyRange } from "../ranges";

/** For each setting that a function can't carry out in every form: whether a given value is such a form. */
export type NotCarriedOut = { readonly [Name in Setting]?: (value: NonNullable<Policy[Name]>) => boolean };

/**
 * Checks that a function carries out every clause that the contract gives an effect in it. A clause that has no effect
 * there by contract passes in silence; one that would have an effect, and is not carried out, is an error.
 */
export function carriedOut({ clauses }: PolicyRange, functionName: string, missing: NotCarriedOut): Result<void> {
  for (const clause of clauses) {
    for (const setting of Object.keys(clause.settings) as Setting[]) {
      const test = missing[setting] as ((value: unknown) => boolean) | undefined;
      if (test?.(clause.settings[setting]) === true) {
        return failed({ code: "not carried out", clause: clause.text, operation: functionName });
      }
    }
  }
  return succeeded(undefined);
}
