import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Workbook } from "exceljs";
import { readCsv, textOf, typedCell } from "../../src/csv";
import { accountTypes, cellsAround, foundIn, noChoices, ownTableIn, type Found, type Source } from "../../src/lists";
import { newHoldings, type Value } from "../../src/sheets";
import { openFile } from "../../src/taskpane/screens/bring-in/open-files";
import { mixesOf, rowsOf } from "../../src/taskpane/screens/bring-in/rows";
import { excelWorkbook } from "../../src/workbook";
import { asBook, openHost } from "../host";
import { brokerFile, brokerFiles } from "./broker-files";
import { download, type Download } from "./broker-shapes";

/** 30 November 2026. */
const TODAY = 46_356;
const DRAWN = 20;

/** The text cells, numbers, percents and days that an American spreadsheet program makes of a broker’s text. */
function taken(text: string): { readonly value: Value; readonly format: string | undefined }[][] {
  return readCsv(text).rows.map((row) =>
    row.map((cell) => {
      const { value, format } = typedCell(cell, ".");
      return { value, format };
    }),
  );
}

/** The file as such a program would save it. */
async function asWorkbook({ name, text }: Pick<Download, "name" | "text">): Promise<File> {
  const book = new Workbook();
  const sheet = book.addWorksheet("Sheet1");
  taken(text).forEach((row, down) =>
    row.forEach(({ value, format }, across) => {
      if (value === "") return;
      const cell = sheet.getCell(down + 1, across + 1);
      cell.value = value;
      if (format !== undefined) cell.numFmt = format;
    }),
  );
  return new File([await book.xlsx.writeBuffer()], name.replace(/csv$/, "xlsx"));
}

async function sourcesIn(file: File): Promise<readonly Source[]> {
  const opened = await openFile(file, TODAY);
  if (!("sources" in opened)) throw new Error(`${opened.file}: ${opened.trouble}`);
  return opened.sources;
}

const foundInFile = async (file: File): Promise<Found> => foundIn(await sourcesIn(file), noChoices, TODAY);

/** What each account holds, in cents. */
const held = ({ accounts, holdings }: Found): readonly number[] =>
  accounts.map(({ key }) => holdings.reduce((sum, { account, value }) => sum + (account === key ? value : 0), 0));

/** All that counts of what was found: accounts and holdings, without the keys of files. */
const facts = ({ accounts, holdings, total }: Found): object => ({
  accounts: accounts.map(({ name, type }) => ({ name, type })),
  holdings: holdings.map(({ value, shares, price, costBasis, asOf }) => ({ value, shares, price, costBasis, asOf })),
  total,
});

const files: readonly Pick<Download, "name" | "text">[] = brokerFiles.map((name) => ({
  name: `${name}.csv`,
  text: textOf(new Uint8Array(readFileSync(brokerFile(name)))),
}));

describe("four brokers' files", () => {
  test.each(files)("$name is the same as a workbook", async (file) => {
    const [asText, asBook] = [new File([file.text], file.name), await asWorkbook(file)];
    expect(facts(await foundInFile(asBook))).toEqual(facts(await foundInFile(asText)));
  });

  test.each(files)("$name in cells of Excel becomes the table Holdings, and one undo takes it back", async (file) => {
    const { model, user } = openHost();
    const rows = taken(file.text).map((row) => row.map(({ value }) => value));
    const width = Math.max(...rows.map((row) => row.length));
    const filled = rows.map((row) => [...row, ...new Array<Value>(width - row.length).fill("")]);
    const last = `${String.fromCharCode(64 + width)}${String(rows.length)}`;
    user.type(`Sheet1!A1:${last}`, filled);
    const before = JSON.stringify(asBook(model));
    const workbook = excelWorkbook();

    const headings = filled.findIndex((row) => row.includes("Symbol") && !row.includes("Sort by"));
    const list = { sheet: "Sheet1", row: headings, column: 0, height: 2, width };
    user.select(`Sheet1!A${String(headings + 2)}`);
    const { around } = await workbook.selection();
    expect([around.block.row <= list.row, around.block.row + around.block.height > list.row + 1]).toEqual([true, true]);
    const cells = await cellsAround(workbook, { block: around.block });
    if (!cells) throw new Error("the list is gone");
    const found = foundIn([{ key: "1", name: "Sheet1", from: "workbook", cells }], noChoices, TODAY);
    const inFile = await foundInFile(new File([file.text], file.name));
    expect([found.total, held(found)]).toEqual([inFile.total, held(inFile)]);
    expect(found.holdings.map(({ asOf }) => asOf)).toEqual(inFile.holdings.map(({ asOf }) => asOf));

    const places = { sheet: "My accounts", table: "Holdings", mixesSheet: "Fund mixes", mixesTable: "FundMixes" };
    const applied = await workbook.apply(newHoldings(rowsOf(found), mixesOf(found.funds), places, accountTypes));
    if (applied.outcome !== "applied") throw new Error("blocked");
    const own = ownTableIn(await workbook.tables());
    expect(own?.rows.reduce((sum, { value }) => sum + value, 0)).toBe(found.total);
    expect(own?.accounts.map(({ name }) => name)).toEqual(found.accounts.map(({ name }) => name));
    expect(await workbook.undo(applied.receipt)).toBe(true);
    expect(JSON.stringify(asBook(model))).toBe(before);
  });
});

describe.each(brokerFiles)(`${DRAWN} files of the kind of %s, drawn at random`, (kind) => {
  const drawn = Array.from({ length: DRAWN }, (_, seed) => download(kind, seed));

  test("hold what they hold, to the cent, as text", async () => {
    for (const { name, text, accounts } of drawn)
      expect(held(await foundInFile(new File([text], name)))).toEqual(accounts);
  });

  test("and as workbooks", async () => {
    for (const file of drawn) expect(held(await foundInFile(await asWorkbook(file)))).toEqual(file.accounts);
  });
});
