import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dollarPatterns, moneyPatterns } from "../../src/sheets";

describe("money is shown as its owner shows it", () => {
  test.each([
    // [of a value, either sign, trades]
    ["$#,##0.00", "$#,##0.00;-$#,##0.00", "+$#,##0.00;-$#,##0.00;$0.00"],
    ["#,##0", "#,##0;-#,##0", "+#,##0;-#,##0;0"],
    ["0.00", "0.00;-0.00", "+0.00;-0.00;0.00"],
    ['#,##0.00 "€"', '#,##0.00 "€";-#,##0.00 "€"', '+#,##0.00 "€";-#,##0.00 "€";0.00 "€"'],
    [
      "#,##0.00 [$€-407]",
      "#,##0.00 [$€-407];-#,##0.00 [$€-407]",
      "+#,##0.00 [$€-407];-#,##0.00 [$€-407];0.00 [$€-407]",
    ],
    ["[$CHF] #,##0", "[$CHF] #,##0;-[$CHF] #,##0", "+[$CHF] #,##0;-[$CHF] #,##0;[$CHF] 0"],
    // Excel's Currency and Accounting, with parentheses or red below 0.
    ["$#,##0_);($#,##0)", "$#,##0_);($#,##0)", "+$#,##0;-$#,##0;$0"],
    ["#,##0.00_);[Red](#,##0.00)", "#,##0.00_);[Red](#,##0.00)", "+#,##0.00;-#,##0.00;0.00"],
    [
      '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
      '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
      "+$#,##0.00;-$#,##0.00;$0.00",
    ],
    [
      '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-',
      '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-',
      '+#,##0.00 "€";-#,##0.00 "€";0.00 "€"',
    ],
    ["[Blue]+$#,##0;[Red]-$#,##0;0", "[Blue]+$#,##0;[Red]-$#,##0;0", "+$#,##0;-$#,##0;$0"],
    // A semicolon inside a text ends no part.
    ['"a;b" 0', '"a;b" 0;-"a;b" 0', '+"a;b" 0;-"a;b" 0;"a;b" 0'],
    // What hides amounts below 0, or of 0, would hide money to take out.
    ["$0.00;", "$0.00;-$0.00", "+$0.00;-$0.00;$0.00"],
    ["$0.00;-$0.00;", "$0.00;-$0.00", "+$0.00;-$0.00;$0.00"],
  ])("%s", (value, either, signed) => {
    expect(moneyPatterns(value)).toEqual({ value, either, signed });
  });

  test.each([
    ["", "General", "@", ";;;", '"none"'],
    ["0%", "0.0%;-0.0%", "0.00E+00", "# ?/?"],
    ["m/d/yyyy", "yyyy-mm-dd", "h:mm", "[h]:mm", "mmm d"],
    ["#,##0,", '#,##0.0,,"M"', '0,"K"'],
    ["[>=1000]#,##0;0.00", "[DBNum1]0"],
  ])("%s, and the like, is no way to show money to the cent", (...formats) => {
    expect(formats.map((format) => moneyPatterns(format))).toEqual(formats.map(() => undefined));
  });

  test("dollars and cents are the usual", () => expect(moneyPatterns("$#,##0.00")).toEqual(dollarPatterns));

  test("whatever the format, what comes out is read again as one for money, with the same trades", () => {
    const literal = fc.constantFrom(
      "$",
      '"€"',
      "[$€-407]",
      '"kr."',
      "\\-",
      "_)",
      "* ",
      "[Red]",
      " ",
      '"a;b"',
      "+",
      "(",
    );
    const digits = fc.constantFrom("0", "#,##0", "0.00", "#,##0.00", "#,##0.0##");
    const section = fc
      .tuple(fc.array(literal, { maxLength: 3 }), digits, fc.array(literal, { maxLength: 3 }))
      .map(([before, number, after]) => [...before, number, ...after].join(""));
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
        const patterns = moneyPatterns(sections.join(";"));
        expect(patterns).toBeDefined();
        if (!patterns) return;
        expect(moneyPatterns(patterns.signed)?.signed).toBe(patterns.signed);
        expect(moneyPatterns(patterns.either)).toBeDefined();
        expect(patterns.signed).not.toMatch(/\[Red\]/);
      }),
      { seed: 10 },
    );
  });
});
