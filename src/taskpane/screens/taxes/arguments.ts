import type { EstimateArgument } from "../../../sheets";
import { FILINGS, type Person } from "./form";
import { INPUT_WORDS, type InputName } from "./taxes-words";

const ANY_NUMBER = { kind: "number", least: 0 } as const;

/** An amount that the owner may change in its cell; `from` is what it comes from in the workbook, if nobody typed it. */
export function moneyCell(name: InputName, value: number, from?: string): EstimateArgument {
  return { ...INPUT_WORDS[name], value, from, shows: "money", allow: ANY_NUMBER };
}

/** A share of pay. */
export function percentCell(name: InputName, value: number): EstimateArgument {
  return { ...INPUT_WORDS[name], value, shows: "percent", allow: { kind: "number", least: 0, most: 1 } };
}

/** An age or a year; left out where there is none. */
export function numberCell(name: InputName, value: number | undefined): EstimateArgument {
  return value === undefined ? undefined : { ...INPUT_WORDS[name], value, shows: "plain", allow: ANY_NUMBER };
}

/** A text; left out where there is none. */
export function textCell(name: InputName, value: string | undefined): EstimateArgument {
  return value === undefined ? undefined : { ...INPUT_WORDS[name], value, shows: "plain", allow: { kind: "any" } };
}

/** The other income, the way to file and the year: in this order in every function that takes them. */
export function personCells({
  income,
  filing,
  year,
}: Person): readonly [EstimateArgument, EstimateArgument, EstimateArgument] {
  return [
    moneyCell("income", income),
    {
      ...INPUT_WORDS.filing,
      ...{ value: filing, shows: "plain", allow: { kind: "list", words: FILINGS, strict: true } },
    },
    numberCell("year", year),
  ];
}
