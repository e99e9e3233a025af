import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { masked } from "../../src/sheets";

describe("masked", () => {
  it.each([
    ["X12-345678", "••••5678"],
    ["Z12345678", "••••5678"],
    ["12345678", "••••5678"],
    ["1234-5678", "••••5678"],
    ["1234 5678 9012 3456", "••••3456"],
    ["8AB-12345", "••••2345"],
    ["ABC-123456-001", "ABC-••••6001"],
    ["123-45-6789", "••••6789"],
    ["U1234567", "••••4567"],
    ["#12345678", "#••••5678"],
    ["12345", "••••5"],
    ["98765-01", "••••501"],
    ["Z12‑345678", "••••5678"],
    ["Z12–345678", "••••5678"],
    ["１２３４５６７８", "••••５６７８"],
    ["4111.1111.1111.1111", "••••1111"],
    ["1234/5678", "••••5678"],
  ])("hides the account number %s", (spelling, shown) => {
    expect(masked(spelling)).toBe(shown);
  });

  it.each([
    ["Fidelity Z12345678", "Fidelity ••••5678"],
    ["Roth IRA (X12-345678)", "Roth IRA (••••5678)"],
    ["IRA-12345678", "IRA-••••5678"],
    ["Fidelity_401k_Z12345678", "Fidelity_401k_••••5678"],
    ["401(k) 98765-01", "401(k) ••••501"],
    ["401k 12345678", "401k ••••5678"],
    ["Acct. 123 456 789, opened 2019-04-01", "Acct. ••••6789, opened 2019-04-01"],
    ["Vanguard Target 2050 12345678", "Vanguard Target 2050 ••••5678"],
    ["Z12 345678 and Z98 765432", "••••5678 and ••••5432"],
    ["Brokerage …1234 / 5678-9012", "Brokerage …1234 / ••••9012"],
    ["Balance $12,345.67 in 12345678", "Balance $12,345.67 in ••••5678"],
    // Behind a digit and a comma it is no amount of its own, nor a date.
    ["9,12345.67", "9,••••567"],
    ["7,2026-11-23", "7,••••1123"],
    ["ending 12345678.", "ending ••••5678."],
    ["1234 2050 5678", "••••5678"],
    ["12345678, 87654321", "••••5678, ••••4321"],
    ["8AB12345/2", "••••3452"],
    ["IRA-12345.67", "IRA-••••567"],
    ["$1,000/year from 12345678", "$1,000/year from ••••5678"],
  ])("hides it in %j and leaves the rest", (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  it.each([
    "$12,345.67",
    "$ 12345",
    "$1234567.89",
    "12,345",
    "1,234,567.89",
    "12345.67",
    "12345 USD",
    "10000 dollars",
    "12.34567%",
    "2026-11-23",
    "2026-11-23T09:30",
    "11/23/2026",
    "11/23/26",
    "23.11.2026",
    "11-23-2026",
    "Nov 23, 2026",
    "23 November 2026",
    "Nov 23 2026",
    "2050-2055",
    "2025-26",
    "2050 Fund",
    "Vanguard Target Retirement 2050 Fund",
    "S&P 500 2026",
    "VTSAX",
    "401(k)",
    "401k",
    "403(b) 2026",
    "529 plan",
    "1099-R",
    "5/25",
    "60/40",
    "Russell 2000",
    "Row 1234",
    "••••5678",
    "xxxx5678",
    "XXX-XX-6789",
    "",
    "no digits at all",
  ])("leaves %j as it is", (text) => {
    expect(masked(text)).toBe(text);
  });

  /** An account number as people write one: up to two letters, digits, and signs or spaces between some of them. */
  const accounts = fc
    .tuple(
      fc.stringMatching(/^[A-Z]{0,2}$/),
      fc.array(fc.stringMatching(/^[0-9]{1,4}$/), { minLength: 2, maxLength: 5 }),
      fc.constantFrom("", "-", " ", "."),
    )
    .map(([letters, groups, sign]) => ({ digits: groups.join(""), text: letters + groups.join(sign) }))
    .filter(({ digits, text }) => digits.length >= 8 && !/\d+\.\d\d$|(?:19|20|21)\d\d/.test(text));

  it("never shows more than the last four digits of an account number, wherever it stands", () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom("", "IRA ", "Account: ", "("), ({ digits, text }, before) => {
        const shown = masked(before + text);
        expect(shown.replace(/[^\p{Nd}]/gu, "")).toBe(digits.slice(-4));
        expect(shown).toContain("••••");
      }),
    );
  });

  it("changes nothing more the second time", () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789 -./_AZk(),$%•x2050")) }),
      fc.string({ unit: "grapheme" }),
      accounts.map(({ text }) => text),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(masked(masked(text))).toBe(masked(text));
      }),
    );
  });

  it("leaves no five digits together, but for money", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789 -AZkb(")) }), (text) => {
        expect(masked(text).replace(/\d+(?:19|20|21)\d\d/g, "")).not.toMatch(/\d{5}/);
      }),
    );
  });
});
