/**
 * The formats that files name by number only. Those for dates and money follow the reader's country: these are the
 * American ones. Source: ECMA-376 Part 1, 18.8.30 numFmts, and what Excel shows for them in the United States.
 */
export const numberedFormats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "$#,##0_);($#,##0)",
  6: "$#,##0_);[Red]($#,##0)",
  7: "$#,##0.00_);($#,##0.00)",
  8: "$#,##0.00_);[Red]($#,##0.00)",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/**
 * The numbers that mean the same format to every reader. The others follow the reader's country, or are other formats in
 * the standard than in Excel (47 is `mmss.0` there, and `mm:ss.0` in Excel): what they stand for is written out.
 */
export const sureNumbers: readonly number[] = [1, 2, 3, 4, 9, 10, 11, 12, 13, 15, 16, 17, 20, 21, 45, 46, 48, 49];

/** The first number that a file may give to a format of its own. */
export const firstOwnFormat = 164;

/**
 * Tells whether a number format shows days: it has a y, a d or a month outside quotes, escapes and colours. One that shows
 * only a time (h:mm) or how long something took ([h]:mm, mm:ss) doesn't count from any day.
 */
export function isDateFormat(format: string): boolean {
  const [positive = ""] = format
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|general/gi, (piece) =>
      /^\[(?:h+|m+|s+)\]$/i.test(piece) ? "h" : "",
    )
    .split(";");
  // An m beside hours or seconds means minutes, unless there are three: those are a month's name.
  return /[yd]|m{3}/i.test(positive) || (/m/i.test(positive) && !/[hs]/i.test(positive));
}
