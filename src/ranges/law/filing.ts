import { FILING_STATUSES, succeeded, type FilingStatus } from "../../engine";
import { tidyText } from "../numbers";
import { failed, type Read } from "../problem";
import { readChosen } from "../scalar";

/** What people call the ways to file. */
const SAYS: readonly (readonly [FilingStatus, RegExp])[] = [
  ["single", /^(single|s|unmarried)$/],
  ["joint", /^(joint|jointly|mfj|married|married( filing)? joint(ly)?|(qualifying )?surviving spouse|qss)$/],
  ["separate", /^(separate|separately|mfs|married( filing)? separate(ly)?)$/],
  ["head of household", /^(head of( the)? household|hoh)$/],
];

/** Reads how a return is filed; there is no usual way. */
export function readFiling(given: unknown): Read<FilingStatus> {
  const chosen = readChosen("Filing", given);
  if (!chosen.ok) return chosen;
  if (chosen.value === undefined) return failed({ code: "missing argument", argument: "Filing", wanted: "filing" });
  const words = tidyText(chosen.value).toLowerCase();
  const found = SAYS.find(([, says]) => says.test(words))?.[0];
  return found === undefined
    ? failed({ code: "unknown choice", argument: "Filing", found: chosen.value, known: FILING_STATUSES })
    : succeeded(found);
}
