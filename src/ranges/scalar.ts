import { centsFromDollars, failed, LARGEST_TOTAL, succeeded, type Result, type Usd, type Wanted } from "../engine";
import type { Argument } from "./cells";
import { readNumber, tidyText } from "./numbers";

/** Reads an argument of one cell. Undefined where it is left out or blank: in a number cell, blank and 0 mean the same. */
export function readScalar(argument: string, cells: Argument, wanted: Wanted): Result<number | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  if (height !== 1 || width !== 1) return failed({ code: "not one cell", argument, height, width });
  const reading = readNumber(cells[0]?.[0], { argument }, wanted);
  if (reading.kind === "blank") return succeeded(undefined);
  return reading.kind === "number" ? succeeded(reading.number) : failed(reading.problem);
}

/** Reads an amount of money of one cell; 0 where it is left out or blank. Both signs are accepted. */
export function readAmount(argument: string, cells: Argument): Result<Usd> {
  const number = readScalar(argument, cells, "money");
  if (!number.ok) return number;
  const amount = number.value ?? 0;
  if (Math.abs(amount) * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
  return succeeded(centsFromDollars(amount));
}

/** Reads one of a few words, in any case. Blank or left out is the first of them. */
export function readChoice<Choice extends string>(
  argument: string,
  text: unknown,
  known: readonly [Choice, ...Choice[]],
): Result<Choice> {
  if (text === null || text === undefined || text === "" || text === 0) return succeeded(known[0]);
  const found = typeof text === "string" ? text : JSON.stringify(text);
  const word = tidyText(found).toLowerCase();
  const choice = known.find((candidate) => candidate === word);
  if (choice !== undefined) return succeeded(choice);
  return failed({ code: "unknown choice", argument, found, known });
}
