import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { daySerial, dayInWords } from "../../src/taskpane/standing/day";
import { isoDay } from "../../src/ranges";
import { householdSheet } from "../../src/sheets";
import { readCalendar } from "../sheets/calendar-reader";
import { button, closePanes, fill, go, openPane, press, read, spoken, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";
import { householdWorkbook, TAXES_HOUSEHOLD, TAXES_LOG } from "./taxes-household";

afterEach(async () => {
  await closePanes();
  jest.restoreAllMocks();
});

const CALENDAR = "What may I do when?Your next look, and from when you may buy or sell again. As a calendar file, too.";
const TODAY = daySerial(new Date());

async function ask(workbook: PaperWorkbook): Promise<PaperWorkbook> {
  await openPane(workbook);
  await go("Taxes");
  await press(CALENDAR);
  await until(/Worked out from|Keel sees no rule/);
  return workbook;
}

/** The household with its log of trades. */
function withLog(workbook: PaperWorkbook): PaperWorkbook {
  workbook.type("Log!A1", TAXES_LOG);
  workbook.table("TradeLog", "Log!A1:E3");
  return workbook;
}

/** A rule with dates: looked at last 100 days ago, and each year. */
async function withRule(workbook: PaperWorkbook): Promise<PaperWorkbook> {
  await workbook.apply(
    householdSheet(
      {
        holdings: { table: "Holdings" },
        targets: {
          table: "Targets",
          rows: [
            ["US stocks", 60],
            ["International stocks", 30],
            ["Bonds", 10],
          ],
        },
      },
      {
        ...{ sheet: "Keel plan", policyTable: "Policy", names: "all", namespace: "KEEL", listName: "Holdings" },
        settings: [
          ["Look", "every 200 days"],
          ["Last look", isoDay(TODAY - 100)],
        ],
      },
    ),
  );
  workbook.select("Accounts!A2");
  return workbook;
}

/** What the pane has the browser save: the file's name and its bytes. */
function saved(): { name: string; bytes: () => Promise<Uint8Array> }[] {
  const files: { name: string; bytes: () => Promise<Uint8Array> }[] = [];
  let blob = new Blob([]);
  Object.assign(URL, {
    createObjectURL: (given: Blob) => {
      blob = given;
      return "blob:keel";
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const given = blob;
    const bytes = (): Promise<Uint8Array> =>
      new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
        reader.readAsArrayBuffer(given);
      });
    files.push({ name: this.download, bytes });
  });
  return files;
}

describe("what may I do when?", () => {
  it("lists the next look and what the log and the lots make wait, the soonest first, with the rule of each", async () => {
    await ask(await withRule(withLog(householdWorkbook())));
    // 20 days ago + 30; + 31; the Roth's purchase 16 days ago + 31; the look 100 days ago + 200.
    const words = read();
    const order = [
      `Target 2040 may be sold again in Acme 401(k)${dayInWords(TODAY + 10)}`,
      `BND may be bought again in any account${dayInWords(TODAY + 11)}`,
      `A loss in VXUS may be taken${dayInWords(TODAY + 15)}`,
      `Look at your portfolio${dayInWords(TODAY + 100)}`,
    ].map((line) => words.indexOf(line));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((one, other) => one - other)).toEqual(order);
    expect(words).toContain(`4 dates ahead, the next on ${dayInWords(TODAY + 10)}.`);
    expect(words).toContain("by Fidelity’s rule on frequent trading");
    expect(words).toContain(`Sold on ${dayInWords(TODAY - 20)}. If that was at a loss`);
    expect(words).toContain("TradeLog has amounts and no shares");
    expect(words).toContain("Worked out from the trades in TradeLog, the lots in Holdings, and your rule.");
  });

  it("saves them as a calendar file that a strict calendar reads", async () => {
    const files = saved();
    await ask(await withRule(withLog(householdWorkbook())));
    await press("Save as a calendar file");
    await until(/where your browser puts downloads/);
    const [file] = files;
    expect(file?.name).toMatch(/^keel-dates-\d{4}-\d\d-\d\d\.ics$/);
    const { name, days } = readCalendar((await file?.bytes()) ?? new Uint8Array());
    expect(name).toBe("Keel dates");
    const serial = (date: string): number =>
      Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000 + 25_569;
    expect(days.map(({ start, end, title }) => [serial(start) - TODAY, serial(end) - TODAY, title])).toEqual([
      [10, 11, "Target 2040 may be sold again in Acme 401(k)"],
      [11, 12, "BND may be bought again in any account"],
      [15, 16, "A loss in VXUS may be taken"],
      [100, 101, "Look at your portfolio"],
    ]);
    expect(days[1]?.note).toContain("IRC 1091");
    expect(spoken()).toContain(file?.name);
    // Saved again, the dates are the same to a calendar.
    await press("Save as a calendar file");
    const again = readCalendar((await files[1]?.bytes()) ?? new Uint8Array());
    expect(again.days.map(({ uid }) => uid)).toEqual(days.map(({ uid }) => uid));
    // Where nothing was saved in spite of that, the text is there to copy.
    await press("No file there? Show the text");
    expect(document.querySelector("textarea")?.value).toContain("BEGIN:VCALENDAR");
  });

  it("shows the file where the window saves none", async () => {
    const workbook = new PaperWorkbook("Excel", false);
    workbook.type("Accounts!A1", TAXES_HOUSEHOLD);
    workbook.table("Holdings", `Accounts!A1:I${TAXES_HOUSEHOLD.length}`);
    workbook.select("Accounts!A2");
    const files = saved();
    await ask(withLog(workbook));
    await press("Show as a calendar file");
    const { value } = document.querySelector("textarea") ?? { value: "" };
    // A text area has line feeds alone, as whoever copies out of it gets them.
    expect(readCalendar(new Uint8Array(Buffer.from(value.replaceAll("\n", "\r\n")))).days).toHaveLength(3);
    expect(document.activeElement?.tagName).toBe("TEXTAREA");
    expect(files).toEqual([]);
  });

  it("puts SAFEDATES over the workbook's own cells into it, and takes it back in one step", async () => {
    const workbook = await ask(await withRule(withLog(householdWorkbook())));
    const before = (await workbook.keelFormulas()).length;
    await press("Put this answer in my workbook");
    const formulas = (await workbook.keelFormulas()).map(({ formula }) => formula);
    expect(formulas).toContain("=KEEL.SAFEDATES(TradeLog[#All],Holdings[#All],Policy,TODAY())");
    await press("Undo");
    expect(await workbook.keelFormulas()).toHaveLength(before);
  });

  it("knows the next look without any trade", async () => {
    const workbook = await ask(await withRule(householdWorkbook()));
    expect(read()).toContain(`Look at your portfolio${dayInWords(TODAY + 100)}`);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toContain(
      '=KEEL.SAFEDATES({"Date","Fund","Amount"},Holdings[#All],Policy,TODAY())',
    );
  });

  it("lets the owner choose between tables of trades, the one with shares first", async () => {
    const workbook = withLog(householdWorkbook());
    workbook.type("Trades!A1", [
      ["Date", "Fund", "Shares", "Price", "Account"],
      [TODAY - 400, "ITOT", 10, 100, "Brokerage"],
      [TODAY - 5, "ITOT", -10, 90, "Brokerage"],
    ]);
    workbook.table("Trades", "Trades!A1:E3");
    await ask(workbook);
    expect(read()).toContain(`Last day on which buying ITOT undoes its loss${dayInWords(TODAY + 25)}`);
    expect(read()).not.toContain("has amounts and no shares");
    await fill("Your trades", "TradeLog");
    await until(/TradeLog has amounts and no shares/);
    expect(read()).not.toContain("ITOT");
  });

  it("says what is missing where there are no dates to work out", async () => {
    await ask(householdWorkbook());
    expect(read()).toContain("Keel sees no rule and no trades here");
    expect(button("Set up a plan")).toBeDefined();
  });

  it("is offered by Plan where it says when a fund may be traded again", async () => {
    await openPane(await withRule(withLog(householdWorkbook())));
    await go("Plan");
    await until(/When you may trade again/);
    await press("All dates, as a calendar file");
    await until(/ahead, /);
    expect(document.activeElement?.textContent).toBe("What may I do when?");
  });
});
