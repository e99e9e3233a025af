import * as fc from "fast-check";

/** A cell as Excel hands it to a function: a plain value, or an object where the cell shows an error or a data type. */
export type FuzzCell = number | string | boolean | null | { readonly type: string; readonly [key: string]: unknown };

const textOf = (number: number, digits: number): string =>
  number.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A number of an everyday size, or as typed by someone who formats it. */
function written(number: fc.Arbitrary<number>): fc.Arbitrary<FuzzCell> {
  return fc.oneof(
    { weight: 20, arbitrary: number },
    { weight: 1, arbitrary: number.map((each) => `$${textOf(each, 2)}`) },
    { weight: 1, arbitrary: number.map((each) => ` ${textOf(each, 2)} `) },
    {
      weight: 1,
      arbitrary: number.map((basicValue) => ({ type: "FormattedNumber", basicValue, numberFormat: "0.00" })),
    },
  );
}

const blank: fc.Arbitrary<FuzzCell> = fc.constantFrom<FuzzCell>(null, "", 0);

/** Cents up to $10 billion, many small, some blank. */
export const money: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 2, arbitrary: blank },
  { weight: 6, arbitrary: written(fc.integer({ min: 0, max: 20_000_000 }).map((cents) => cents / 100)) },
  { weight: 2, arbitrary: written(fc.integer({ min: 0, max: 1_000 }).map((dollars) => dollars * 1_000)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000_000_000_000 }).map((cents) => cents / 100) },
);

/** Money of either sign. */
export const signedMoney: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 3, arbitrary: money },
  { weight: 2, arbitrary: written(fc.integer({ min: -20_000_000, max: 20_000_000 }).map((cents) => cents / 100)) },
);

/** Positions: whole, with four decimals, or blank. */
export const shareCount: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 1, arbitrary: blank },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 50_000_000 }).map((parts) => parts / 10_000) },
);

export const price: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 6, arbitrary: written(fc.integer({ min: 100, max: 100_000 }).map((cents) => cents / 100)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 100_000_000 }).map((parts) => parts / 10_000) },
  { weight: 1, arbitrary: fc.constantFrom<FuzzCell>(1e-9, 1e-4, 1, 0, null, 999_999.99, 1e9) },
);

/** A fraction or a percent, as one would type it. */
export const percent: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 1, arbitrary: blank },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000 }).map((parts) => `${parts / 10}%`) },
);

/** A period's return. */
export const periodReturn: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3_000, max: 3_000 }).map((parts) => parts / 10_000) },
  { weight: 1, arbitrary: blank },
  { weight: 1, arbitrary: fc.constantFrom<FuzzCell>("-1.5%", -1, 1, 9.99) },
);

/** A day as Excel keeps it, as ISO text, or in words that are no day. */
export const day: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 43_000, max: 48_000 }) },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 16_000, max: 22_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
  },
  { weight: 1, arbitrary: fc.constantFrom<FuzzCell>(null, "", 0, 1, 60, 45_000.75, 2_958_465, "2024-02-30", "soon") },
);

export const fundName: fc.Arbitrary<FuzzCell> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 40 }).map((number) => `Fund ${number}`) },
  { weight: 2, arbitrary: fc.constantFrom<FuzzCell>("Cash", "VTSAX", "Target 2045", "Stable value", " vtsax ", "") },
);

export const assetClass: fc.Arbitrary<FuzzCell> = fc.constantFrom<FuzzCell>(
  "US stocks",
  "Bonds",
  "International stocks",
  "Cash",
  "Unclassified",
  "",
);

/** What spreadsheets hold where nobody expects it. */
export const wild: fc.Arbitrary<FuzzCell> = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom<FuzzCell>(-0, NaN, Infinity, -Infinity, 5e-324, 1.7e308, 2 ** 53, -1, 1e15, 1e-15, 0.1 + 0.2),
  fc.constantFrom<FuzzCell>(true, false),
  fc.constantFrom<FuzzCell>(
    "n/a",
    "—",
    " ",
    "(5.00)",
    "1e5",
    "1.000,00",
    "TRUE",
    "#N/A",
    "=1+1",
    "5/25",
    "’",
    "٣",
    "💰",
  ),
  fc.constantFrom<FuzzCell>("Value", "Target", "Fund", "Price", "Total", "Grand total", "Band", "Amount", "Date"),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: 61, max: 4_000 }).map((length) => "long ".repeat(length).slice(0, length)),
  fc.constantFrom("#N/A", "#REF!", "#BUSY!").map((basicValue) => ({ type: "Error", basicValue })),
  fc.constant({ type: "Entity", text: "Contoso", basicType: "Error", basicValue: "#VALUE!" }),
);
