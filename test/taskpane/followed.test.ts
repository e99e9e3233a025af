import { afterEach, describe, expect, it } from "@jest/globals";
import { isoDay } from "../../src/ranges";
import { householdSheet } from "../../src/sheets";
import { dayInWords, daySerial } from "../../src/taskpane/standing/day";
import { closePanes, go, openPane, press, read, until } from "./drive";
import type { PaperWorkbook } from "./paper-workbook";
import { householdWorkbook } from "./taxes-household";

afterEach(closePanes);

const TODAY = daySerial(new Date());
/** So long ago was the first look: four dates of a rule of 100 days have come since. */
const FIRST = TODAY - 420;

/** The household with a rule, and a log of looks: the day of each, and what was traded. */
async function withLog(rule: string, looks: readonly (readonly [number, number])[]): Promise<PaperWorkbook> {
  const workbook = householdWorkbook();
  const rows = [
    ["US stocks", 60],
    ["International stocks", 30],
    ["Bonds", 10],
  ] as const;
  await workbook.apply(
    householdSheet(
      { holdings: { table: "Holdings" }, targets: { table: "Targets", rows } },
      {
        ...{ sheet: "Keel plan", policyTable: "Policy", names: "all", namespace: "KEEL", listName: "Holdings" },
        settings: [
          [rule === "" ? "Band" : "Look", rule === "" ? "5/25" : rule],
          ["Last look", isoDay(TODAY - 10)],
        ],
      },
    ),
  );
  workbook.type("'Rebalance log'!A4", [
    ["Date", "Reason", "Drift before", "Drift after", "Traded", "Trades done"],
    ...looks.map(([day, traded]) => [day, "Annual look", 0.1, 0, traded, ""]),
  ]);
  workbook.table("RebalanceLog", `'Rebalance log'!A4:F${4 + looks.length}`);
  workbook.select("Accounts!A2");
  return workbook;
}

async function plan(workbook: PaperWorkbook): Promise<PaperWorkbook> {
  await openPane(workbook);
  await go("Plan");
  await until(/Past rebalances/);
  return workbook;
}

describe("did you follow your rule?", () => {
  // Due 100 days after the first; answered 3 days late, then due 203: answered 40 late, then due 343: nobody looked, and 443
  // is still to come, so it is open, 77 days late.
  it("lists what was due, made, late and open, the latest first", async () => {
    await plan(
      await withLog("every 100 days", [
        [FIRST, 1000],
        [FIRST + 103, 0],
        [FIRST + 243, 500],
      ]),
    );
    await until(/You looked on time/);
    const words = read();
    expect(words).toContain("You looked on time 1 of 3 times.");
    const order = [
      `Due ${dayInWords(FIRST + 343)}Open, 77 days late`,
      `Due ${dayInWords(FIRST + 203)}40 days late`,
      `Due ${dayInWords(FIRST + 100)}On time, 3 days after`,
    ].map((line) => words.indexOf(line));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((one, other) => one - other)).toEqual(order);
  });

  it("names what was missed, and trades that no look asked for", async () => {
    await plan(
      await withLog("every 100 days", [
        [FIRST, 1000],
        [FIRST + 50, 700],
        [FIRST + 300, 500],
        [FIRST + 400, 500],
      ]),
    );
    await until(/missed/);
    // 100 and 200 went by; the look of day 300 answers the date of that day.
    expect(read()).toContain("1 time you traded although no look was due");
    expect(read()).toContain(`Traded ${dayInWords(FIRST + 50)}, $700.00Not due`);
    expect(read()).toContain("2 looks missed.");
    expect(read()).toContain(`Due ${dayInWords(FIRST + 300)}On time`);
    expect(read()).toContain("You looked on time 2 of 4 times.");
  });

  it("puts FOLLOWED over the log and the rule into the workbook, and takes it back", async () => {
    const workbook = await plan(await withLog("every 100 days", [[FIRST, 1000]]));
    await until(/Did you follow your rule/);
    const before = (await workbook.keelFormulas()).length;
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toContain(
      "=KEEL.FOLLOWED(RebalanceLog[#All],Policy,TODAY())",
    );
    await press("Undo");
    expect(await workbook.keelFormulas()).toHaveLength(before);
  });

  it("isn't asked of a rule without dates", async () => {
    await plan(await withLog("", [[FIRST, 1000]]));
    await until(/Brokerage/);
    expect(read()).not.toContain("Did you follow your rule");
  });
});
