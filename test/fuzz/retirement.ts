import * as fc from "fast-check";
import { money, percent } from "./cells";
import type { FuzzCell } from "./cells";
import type { FuzzArgument } from "./calls";

type Arguments = fc.Arbitrary<readonly FuzzArgument[]>;

const one = (cell: fc.Arbitrary<FuzzCell>): fc.Arbitrary<FuzzArgument> => cell.map((each) => [[each]]);
const maybe = (argument: fc.Arbitrary<FuzzArgument>): fc.Arbitrary<FuzzArgument> => fc.option(argument, { freq: 2 });
const oneOrColumn = (cell: fc.Arbitrary<FuzzCell>): fc.Arbitrary<FuzzArgument> =>
  fc.oneof(
    { weight: 3, arbitrary: one(cell) },
    fc.array(cell, { minLength: 2, maxLength: 6 }).map((cells) => cells.map((each) => [each])),
  );
const said = (...texts: readonly FuzzCell[]): fc.Arbitrary<FuzzArgument> => one(fc.constantFrom(...texts));

const year = fc.constantFrom<FuzzCell>(2024, 2025, 2026, 2026, 2026, 2027);
const age = fc.oneof(fc.integer({ min: 18, max: 110 }), fc.constantFrom<FuzzCell>(59.5, 65, 73));
const filing = said("single", "joint", "separate", "head of household", "MFJ", "HoH", "");
const formula = said(
  ...["100% of 3%, 50% of 2%", "50% of 6%", "dollar for dollar up to 4%", "100% up to 3%, 50% up to 5%; max $5,000"],
  ...["100% of the first 3% then 50% of the next 2%", "50% up to 5%, 100% up to 3%", "half of it"],
);
const exception = said(
  ...["59½", "separation at 55", "first home", "emergency", "SEPP", "hardship", "RMD", "domestic abuse"],
  ...["long-term care", "winning the lottery"],
);
const accountType = said(
  "401(k)",
  "IRA",
  "Roth IRA",
  "SIMPLE first two years",
  "457(b)",
  "HSA",
  "Brokerage",
  "shoe box",
);

/** How the functions about taxes and limits are called. */
export const RETIREMENT_CALLS = {
  TAX: fc.tuple(oneOrColumn(money), filing, one(year), maybe(oneOrColumn(money)), maybe(one(age)), maybe(one(age))),
  LIMIT: fc.tuple(
    oneOrColumn(year),
    oneOrColumn(age),
    maybe(said("deferral", "ira + catch-up", "hsa", "hsa family", "roth catch-up wages", "additions")),
  ),
  EMPLOYERMATCH: fc.tuple(oneOrColumn(money), oneOrColumn(percent), formula, maybe(one(year))),
  PROJECT: fc.tuple(
    ...([one(money), one(money), one(percent), formula, one(fc.integer({ min: 1, max: 40 }))] as const),
    ...([one(percent), one(year), maybe(one(percent)), maybe(one(age))] as const),
  ),
  EARLYWITHDRAWAL: fc.tuple(
    ...([one(money), one(age), one(money), filing, one(year), maybe(exception), maybe(accountType)] as const),
    ...([maybe(one(age)), maybe(one(money))] as const),
  ),
  ROTHCONVERSION: fc.tuple(one(money), one(money), filing, one(year), maybe(one(age))),
  RMD: fc.tuple(oneOrColumn(money), oneOrColumn(age), maybe(one(fc.integer({ min: 1930, max: 1980 })))),
  JOBCHANGE: fc.tuple(one(money), one(age), one(age), one(money), filing, one(year)),
  LAW: fc.tuple(maybe(one(year))),
} satisfies Readonly<Record<string, Arguments>>;
