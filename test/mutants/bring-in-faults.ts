import { faultsOf, type Fault } from "./fault";

/** What can go wrong between a broker's file and the owner's table. */
export const BRING_IN: readonly Fault[] = [
  ...faultsOf("src/lists/bring-in/found.ts", {
    "an account in two files is counted from the older one": ["day >= before.day", "day < before.day"],
    "of two files of one day the first counts": ["day >= before.day", "day > before.day"],
    "an account in two files is counted twice": ["if (counted.get(key) !== source.key) continue;", ""],
    "money on its way is counted though it makes the cash owed": [
      "if (most && most.value + amount >= 0) {",
      "if (most) {",
    ],
    "money on its way goes to the smallest row of cash": ["each.value > best.value", "each.value < best.value"],
    "cash that gets money on its way keeps its shares": [
      "if (most.shares !== undefined) most.shares =",
      "most.shares =",
    ],
    "a fund's rows in one account keep the first row's value": ["value: sum.value + row.value", "value: sum.value"],
    "a sum of rows has a cost basis that one of them lacks": [
      "one === undefined || other === undefined ? undefined : one + other",
      "(one ?? 0) + (other ?? 0)",
    ],
    "rows quoted in two ways keep the first price": ["row.price === sum.price ? sum.price : undefined", "sum.price"],
    "two accounts of one name become one": ["taken.has(nameOf(name).key)", "false"],
    "money by source is split without being asked": [
      "choice?.split !== true) return [account];",
      "false) return [account];",
    ],
    "Roth money is more than the row has": ["Math.min(value, roth?.get(row) ?? 0)", "roth?.get(row) ?? 0"],
    "the parts of a cost basis don't add up": [
      "costBasis - (rothPart.costBasis ?? 0)",
      "Math.round((costBasis * (value - other)) / value) + 1",
    ],
    "the day that the owner says is passed over": [
      "const asOf = choices.asOf ?? one.asOf;",
      "const asOf = one.asOf ?? choices.asOf;",
    ],
    "what the owner's table says of a fund is passed over": ["own.get(fund) ?? mixOf", "mixOf"],
    "a question about rows is no question": [
      'filter(({ about }) => about === "money").length',
      "filter(() => false).length",
    ],
    "a file that is no table is no question": ['files: sources.filter((one) => !("table" in one)).length', "files: 0"],
  }),
  ...faultsOf("src/lists/bring-in/changes.ts", {
    "a fund on the menu that isn't held is new": ["if (holding.value !== 0) added.push", "added.push"],
    "rows of accounts that weren't brought in are gone": ["brought.has(row.account) && !seen", "!seen"],
    "lots that add up to what the file has are asked about": [
      "if (sum === holding.value) unchanged",
      "if (sum === 0) unchanged",
    ],
    "two accounts of a file go into one of the table": [
      "place === undefined || taken.has(place)",
      "place === undefined",
    ],
    "accounts are matched by their names before their numbers": ["byNumber ?? placeWhere", "undefined ?? placeWhere"],
    "of several accounts that may be meant the first is": [
      "places.length === 1 ? places[0]",
      "places.length > 0 ? places[0]",
    ],
    "a fund that has lost its ticker in the table is new": [
      'names.get(`${account.own}\\n${nameOf(funds.get(fund) ?? "").key}`) ??',
      "",
    ],
    "where an account goes by the owner's word is passed over": [
      "if (into !== undefined) return",
      'if (into === "") return',
    ],
  }),
  ...faultsOf("src/lists/bring-in/accounts.ts", {
    "a number is shown whole": [".slice(-4);", ";"],
    "an account that nothing names is a 401(k)": ["(isAssumed ? undefined : typeFrom(account))", "typeFrom(account)"],
    "accounts with one number but other marks are two": ['.replace(/[^\\p{L}\\p{N}]/gu, "").toUpperCase()', ""],
    "an account that nothing names is the same in every file": ["return `only ${source.key}`;", 'return "only";'],
    "a Roth 401(k) is a Roth IRA": [
      '["Roth 401(k)", /\\broth\\b.*\\b(401|403|457)|\\b(401|403|457).*\\broth\\b/i],',
      "",
    ],
    "what is masked already gets another number": ["const last = end?.[1] ?? (digits", "const last = (digits"],
  }),
  ...faultsOf("src/lists/bring-in/funds.ts", {
    "what the owner chose gives way to the table": ["const decided = choice ?? own;", "const decided = own ?? choice;"],
    "a settlement fund has asterisks in its ticker": ['ticker?.replace(/\\*+$/, "").trim()', "ticker?.trim()"],
  }),
  ...faultsOf("src/lists/bring-in/house.ts", {
    "a day in the future is the day of the figures": ["day !== undefined && day <= today + 1", "day !== undefined"],
    "a row of figures says the day": [".length <= 2;", ".length <= 99;"],
  }),
  ...faultsOf("src/lists/bring-in/around.ts", {
    "what stands above a list is cut where it begins": ["...[...lines([...above].reverse())].reverse()", "...above"],
    "a title two rows above a list is out of sight": ["const MOST_BLANK = 2;", "const MOST_BLANK = 0;"],
    "figures below a list are taken for small print": [
      'filled.length <= 2 && filled.every((cell) => typeof cell === "string")',
      "filled.length <= 2",
    ],
  }),
  ...faultsOf("src/ranges/holdings/vocabulary.ts", {
    "Total over a list's figures is a heading": ["isSum(cells[row] ?? []) ? 0 :", "false ? 0 :"],
    "Total beside figures that are texts is a heading": [' || (typeof cell === "string" && isFigure(cell))', ""],
  }),
  ...faultsOf("src/ranges/table.ts", {
    "a name in the first column is the header of a table on its side": [
      "Math.max(1, header.found.size)",
      "header.found.size",
    ],
  }),
];
