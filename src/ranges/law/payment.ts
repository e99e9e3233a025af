import { EXCEPTION_NAMES, succeeded, type PayingAccount, type PaymentReason } from "../../engine";
import { readAccountType } from "../account-type";
import { isIra } from "../household/ira";
import { tidyText } from "../numbers";
import { failed, type Read } from "../problem";
import { refusedByLaw } from "../wording/law-problems";
import { readChosen } from "../scalar";

const ALSO: readonly (readonly [PaymentReason, RegExp])[] = [
  ["59½", /^(59½|59 ?1\/2|591⁄2|59\.5|age 59½|age 59\.5)$/],
  ["SEPP", /^(sepp|72\(?t\)?|substantially equal( periodic)? payments|equal payments)$/],
  ["separation at 55", /^(separation( from service)?( at 55)?|rule of 55|55|age 55)$/],
  ["public safety", /^public safety( (employee|officer|worker))?$/],
  ["medical", /^medical( (expenses?|costs?))?$/],
  ["QDRO", /^(qdro|divorce|alternate payee)$/],
  ["levy", /^(irs )?levy$/],
  ["reservist", /^(qualified )?reservist$/],
  ["birth or adoption", /^(birth|adoption|birth (and|or) adoption|birth\/adoption)$/],
  ["domestic abuse", /^domestic abuse( victim)?$/],
  ["emergency", /^emergency( (personal )?expenses?)?$/],
  ["disaster", /^(federal(ly declared)? |qualified )?disaster( recovery)?$/],
  ["long-term care", /^long[- ]term care( (insurance|premiums))?$/],
  ["first home", /^(first[- ]?(time )?home(buyer)?( purchase)?)$/],
  ["education", /^(higher )?education( expenses)?$/],
  ["health premiums while unemployed", /^health (insurance )?(premiums?)( while)?( unemployed)?$/],
  ["terminal illness", /^terminal(ly)? ill(ness)?$/],
  ["disability", /^disab(ility|led)$/],
  ["hardship", /^hardship( withdrawal)?$/],
  ["RMD", /^(rmd|required minimum distribution)$/],
];

/** Reads what a payment is said to be: an exception, a hardship withdrawal, a required distribution. Blank is none. */
export function readPaymentReason(given: unknown): Read<PaymentReason | undefined> {
  const chosen = readChosen("Exception", given);
  if (!chosen.ok || chosen.value === undefined) return chosen.ok ? succeeded(undefined) : chosen;
  const words = wordsOf(chosen.value);
  const named =
    EXCEPTION_NAMES.find((name) => wordsOf(name) === words) ?? ALSO.find(([, says]) => says.test(words))?.[0];
  if (named !== undefined) return succeeded(named);
  const known = [...EXCEPTION_NAMES, "hardship", "RMD"];
  return failed({ code: "unknown choice", argument: "Exception", found: chosen.value, known });
}

function wordsOf(text: string): string {
  return tidyText(text).toLowerCase().replace("1⁄2", "½");
}

/** An account that pays, and whether some of what it holds was taxed before. */
export interface PayingAccountType {
  readonly account: PayingAccount;
  readonly isRoth: boolean;
}

/** `SIMPLE first two years`, `SIMPLE IRA, first 2 years`. */
const NEW_SIMPLE = /\bsimple\b.*\b(first|under|within) (two|2) years?\b/i;

/** Reads the type of an account that money is taken out of; blank is a 401(k). */
export function readPayingAccount(given: unknown): Read<PayingAccountType> {
  const argument = "Account type";
  const chosen = readChosen(argument, given);
  if (!chosen.ok) return chosen;
  const text = tidyText(chosen.value ?? "401(k)");
  const isNewSimple = NEW_SIMPLE.test(text);
  const kind = isNewSimple || /^simple$/i.test(text) ? "deferred" : readAccountType(text)?.kind;
  if (kind === undefined) {
    return failed({ code: "account type unknown", at: { argument }, account: text, found: text });
  }
  if (kind === "HSA" || kind === "taxable" || kind === "neutral")
    return refusedByLaw({ code: "no early withdrawal", found: text, kind });
  const source = isNewSimple || /^simple$/i.test(text) || isIra(text) ? "ira" : "plan";
  const is457 = /\b457\b/.test(text);
  return succeeded({ account: { source, isNewSimple, is457 }, isRoth: kind === "Roth" });
}
