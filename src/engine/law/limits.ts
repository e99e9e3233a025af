import { failed, succeeded, type LawProblem, type Result } from "../errors";
import { cents, type Usd } from "../units/money";
import type { Figure } from "./figure";
import { CATCH_UP_AGE, HSA_CATCH_UP } from "./lasting";
import type { YearLaw } from "./year-law";

/** What may be paid into an account in a year, or counts there. */
export const LIMIT_KINDS = [
  ...(["deferral + catch-up", "deferral", "catch-up", "additions", "ira", "ira + catch-up", "compensation"] as const),
  ...(["hsa", "hsa family", "roth catch-up wages"] as const),
] as const;

export type LimitKind = (typeof LIMIT_KINDS)[number];

/** A limit in whole cents, and what it depends on. */
export interface Limit {
  readonly amount: Usd;
  /** Whether it has the higher catch-up of 60 to 63, which a plan may offer or not. */
  readonly isOfferedOnly: boolean;
  /** What of an HSA comes on top from 55 on; 0 for others. */
  readonly hsaCatchUp: Usd;
}

/** The catch-up to a plan by age at the year's end; none below 50. */
export function catchUpOf(age: number, law: YearLaw): { readonly amount: Usd; readonly isOfferedOnly: boolean } {
  if (age < CATCH_UP_AGE) return { amount: cents(0), isOfferedOnly: false };
  const isHigher = age >= 60 && age < 64;
  const amount = cents((isHigher ? law.catchUpFrom60 : law.catchUp).value * 100);
  return { amount, isOfferedOnly: isHigher && law.catchUpFrom60.value !== law.catchUp.value };
}

/** A limit of a year, by age at the year's end. A figure that isn't verified is no answer. */
export function limitOf(kind: LimitKind, age: number, law: YearLaw): Result<Limit, LawProblem> {
  const plain = (found: Figure<number> | undefined, more = 0): Result<Limit, LawProblem> => {
    const { year } = law;
    if (found === undefined) return failed<LawProblem>({ code: "no such limit", year, limit: kind });
    if (found.evidence === "unverified") {
      return failed<LawProblem>({ code: "limit not verified", year, limit: kind, source: found.source });
    }
    return succeeded({ amount: cents((found.value + more) * 100), isOfferedOnly: false, hsaCatchUp: cents(0) });
  };
  const catchUp = catchUpOf(age, law);
  const withCatchUp = (base: number): Result<Limit, LawProblem> =>
    succeeded({ ...catchUp, amount: cents(base * 100 + catchUp.amount), hsaCatchUp: cents(0) });
  const hsa = (coverage: "self" | "family"): Result<Limit, LawProblem> => {
    const found = plain({ ...law.hsa, value: law.hsa.value[coverage] });
    const { age: from, amount } = HSA_CATCH_UP.value;
    return found.ok && age >= from ? succeeded({ ...found.value, hsaCatchUp: cents(amount * 100) }) : found;
  };
  switch (kind) {
    case "deferral + catch-up":
      return withCatchUp(law.deferral.value);
    case "deferral":
      return plain(law.deferral);
    case "catch-up":
      return withCatchUp(0);
    case "additions":
      return plain(law.additions);
    case "ira":
      return plain(law.ira);
    case "ira + catch-up":
      return plain(law.ira, age >= CATCH_UP_AGE ? law.iraCatchUp.value : 0);
    case "compensation":
      return plain(law.compensation);
    case "hsa":
      return hsa("self");
    case "hsa family":
      return hsa("family");
    case "roth catch-up wages":
      return plain(law.rothCatchUpWages);
  }
}
