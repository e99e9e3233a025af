import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "@jest/globals";
import { unpacked, type AskedFan, type ToldFan } from "../../src/compute/fan-messages";
import { fanOf } from "../../src/engine";
import { history, simulate } from "../../src/operations";
import { closePanes, fill, go, openPane, press, read, settled, spoken, until } from "./drive";
import { drifted, driftedWithReturns, withPlanSheet } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

// jsdom has neither workers nor channels of messages. Without a worker the page draws in slices.
Object.assign(globalThis, { MessageChannel });

afterEach(async () => {
  Reflect.deleteProperty(globalThis, "Worker");
  await closePanes();
});

const drawn = /of the drawn futures end, after/;

/** A list of $60,000 whose funds are all known, at 65 % stocks, 25 % bonds and 10 % bills. */
async function toFuture(rows: Parameters<typeof withPlanSheet>[1] = [["Band", "5/25"]]): Promise<PaperWorkbook> {
  const workbook = drifted();
  workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
  await withPlanSheet(workbook, rows);
  await openPane(workbook);
  await go("Evidence");
  await press("What may come?");
  return workbook;
}

interface AskedSimulate {
  readonly years: number;
  readonly start: number;
  readonly monthly?: number;
  readonly seed?: number;
  readonly policy?: string;
}

/** SIMULATE's cells for the same, by label: the rule's and never's. */
async function simulated({
  years,
  start,
  monthly = 0,
  seed = 1,
  policy = "5/25",
}: AskedSimulate): Promise<ReadonlyMap<string, readonly [number, number]>> {
  const returns = await history.answer([["monthly stocks, bonds, bills"]]);
  if (!returns.ok) throw new Error("no returns");
  const one = (cell: unknown): unknown[][] => [[cell]];
  const answer = await simulate.answer(
    ...[returns.cells, [[0.65], [0.25], [0.1]], one(policy), one(years), one(start), one(monthly)],
    ...[undefined, undefined, one(seed)],
  );
  if (!answer.ok) throw new Error("no answer");
  return new Map(
    answer.cells.map(([label, rule, never]) => [typeof label === "string" ? label : "", [Number(rule), Number(never)]]),
  );
}

const whole = (dollars = 0): string => `$${Math.round(dollars).toLocaleString("en-US")}`;

async function expectAsSimulated(asked: AskedSimulate): Promise<void> {
  const found = await simulated(asked);
  const [rule = 0, never = 0] = found.get("End value, median") ?? [];
  const [chance = 0] = found.get("Chance of ending below the money paid in") ?? [];
  expect(read()).toContain(`The middle one ends with ${whole(rule)}.`);
  expect(read()).toContain(
    `About ${Math.round(chance * 100)} in 100 of the drawn futures end, after ${asked.years} years`,
  );
  expect(read()).toContain(`1 in 20 ends below ${whole(found.get("End value, 5th percentile")?.[0])}`);
  expect(read()).toContain(`the middle one ends with ${whole(never)}`);
}

describe("what may come", () => {
  it("says what SIMULATE says, of what the list is worth, and keeps what is typed", async () => {
    await toFuture();
    await fill("For how many years", "5");
    await until(/after 5 years/);
    const start = 60_000;
    await expectAsSimulated({ years: 5, start });
    expect(read()).toContain(`less than the ${whole(start)} you start with`);
    await fill("Paid in each month", "$1,250.50");
    await until(/\$135,030 paid in/);
    await expectAsSimulated({ years: 5, start, monthly: 1250.5 });
    await fill("Money at the start", "10,000");
    await until(/\$85,030 paid in/);
    await expectAsSimulated({ years: 5, start: 10_000, monthly: 1250.5 });
    await press("Draw others");
    await until(/Drawn from seed 2/);
    await expectAsSimulated({ years: 5, start: 10_000, monthly: 1250.5, seed: 2 });
    await go("Home");
    await go("Evidence");
    await until(/Drawn from seed 2/);
    expect(
      document.querySelectorAll<HTMLInputElement>("section[aria-label='What comes and goes'] input")[1]?.value,
    ).toBe("$1,250.50");
    expect(read()).toContain("monthly averages: volatility about a fifth too low");
    expect(read()).toContain("They promise nothing.");
    const [fan] = [...document.querySelectorAll("svg[role=img]")].map((svg) => svg.getAttribute("aria-label"));
    expect(fan).toContain("How $10,000 may spread out over 5 years.");
    const tables = [...document.querySelectorAll("details table")].map(
      (table) => table.querySelectorAll("tbody tr").length,
    );
    expect(tables.slice(-2)).toEqual([5, 5]);
  });

  it("names what can't be read, and draws again once it can", async () => {
    await toFuture();
    await fill("For how many years", "2");
    await until(drawn);
    await fill("Money at the start", "lots");
    expect(read()).toContain("Type an amount above 0, such as 20,000.");
    expect(read()).not.toMatch(drawn);
    await fill("Money at the start", "0");
    expect(read()).toContain("Type an amount above 0");
    await fill("For how many years", "two");
    expect(read()).toContain("Type years from 1 to 100");
    await fill("Paid in each month", "500 a month");
    expect(read()).toContain("Type an amount such as 500");
    await fill("Money at the start", "");
    await fill("For how many years", "3 years");
    await fill("Paid in each month", "(500)");
    await until(/run out of money within 3 years/);
  });

  it("says whether money that is taken out lasts", async () => {
    await toFuture();
    await fill("Money at the start", "100000");
    await fill("Paid in each month", "−2000");
    await fill("For how many years", "6");
    await until(/About \d+ in 100 of the drawn futures run out of money within 6 years\./);
    expect(read()).toMatch(/Never rebalanced, on the same draws: .* run out of money/);
    const legend = [...document.querySelectorAll("svg[role=img] text")].map((text) => text.textContent);
    expect(legend).not.toContain("Paid in");
  });

  it("refuses in words where nothing may be sold and money is taken out", async () => {
    await toFuture([["Sells", "none"]]);
    await fill("Paid in each month", "-100");
    await fill("For how many years", "2");
    await until(/No answer yet/);
    expect(read()).toMatch(/no sells/i);
    await press("Change my rule");
    expect(read()).toContain("Step 1 of 5");
  });

  it("says that a rule that never trades comes to the same as never rebalancing", async () => {
    await toFuture([["Minimum trade", "$100"]]);
    await fill("For how many years", "1");
    await until(drawn);
    expect(read()).toContain("On the same draws, never rebalancing comes to the same.");
  });

  it("asks a household's classes, of what all its accounts are worth", async () => {
    const workbook = new PaperWorkbook("workbench");
    workbook.type("Accounts!A1", [
      ["Account", "Account type", "Fund", "Asset class", "Value"],
      ["Acme 401(k)", "401(k)", "Bond Index", "Bonds", 20_000],
      ["Acme 401(k)", "401(k)", "Stock Index", "US stocks", 0],
      ["Roth IRA", "Roth IRA", "VTI", "US stocks", 61_234.5],
      ["Brokerage", "Taxable", "Cash sweep", "Cash", 3000],
    ]);
    workbook.table("Household", "Accounts!A1:E5");
    workbook.type("Goals!A1", [
      ["Class", "Target"],
      ["US stocks", 0.6],
      ["Bonds", 0.35],
      ["Cash", 0.05],
    ]);
    workbook.table("Targets", "Goals!A1:B4");
    workbook.select("Accounts!A2");
    await openPane(workbook);
    await go("Evidence");
    await press("What may come?");
    await fill("For how many years", "1");
    await until(/after 1 year, with less than the \$84,235 you start with\./);
    expect(read()).toContain("US Treasury bills at 5%, for Cash.");
    await press("Put it in my workbook");
    const [formula] = (await workbook.keelFormulas()).slice(-4);
    expect(formula?.formula).toContain("KEEL.SIMULATE(");
  });

  it("draws from the workbook's own yearly returns, twelve months' money at a time", async () => {
    const workbook = driftedWithReturns();
    await openPane(workbook);
    await go("Evidence");
    await press("What may come?");
    await fill("Paid in each month", "100");
    await fill("For how many years", "10");
    await until(/Your returns aren’t monthly, so \$1,200\.00 is paid in at each year’s end\./);
    expect(read()).toContain("10,000 futures of 10 years.");
    expect(read()).toContain("From your table Returns: 3 periods, 1 a year.");
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    const [formula] = (await workbook.keelFormulas()).slice(before.length);
    expect(formula?.formula).toContain("KEEL.SIMULATE(Returns[#All],");
    expect(formula?.formula).toContain("*12,");
  });

  it("goes into the workbook as live formulas over cells, and one Undo takes it back", async () => {
    const workbook = await toFuture();
    await fill("For how many years", "4");
    await fill("Paid in each month", "200");
    await until(/after 4 years/);
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    const formulas = (await workbook.keelFormulas()).slice(before.length).map(({ formula }) => formula);
    const of = (years: string): string =>
      `KEEL.SIMULATE(KEEL.HISTORY("monthly stocks, bonds, bills"),$B$6:$B$8,Policy,${years},$B$10,$B$11,,$B$13,$B$14)`;
    expect(formulas).toEqual([
      `=${of("$B$12")}`,
      ...["$A$33", "$A$34", "$A$35"].map((years) => `=INDEX(${of(years)},0,2)`),
    ]);
    const inputs = await workbook.read({ sheet: "Keel future", row: 9, column: 0, height: 5, width: 2 });
    expect(inputs.values).toEqual([
      ["Money at the start", 60_000],
      ["Paid in each month", 200],
      ["Years", 4],
      ["Futures drawn", 10_000],
      ["Seed", 1],
    ]);
    expect(spoken()).toBe("The formulas and the chart are on sheet Keel future.");
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual(before);
  });
});

/** A worker that answers only when it is told to. */
class PaperWorker {
  static readonly started: PaperWorker[] = [];
  isTerminated = false;
  onmessage: ((event: { readonly data: ToldFan }) => void) | undefined;
  private asked: AskedFan | undefined;

  constructor() {
    PaperWorker.started.push(this);
  }

  postMessage(asked: AskedFan): void {
    this.asked = asked;
  }

  tell(told: ToldFan): void {
    if (!this.isTerminated) this.onmessage?.({ data: told });
  }

  answer(): void {
    if (!this.asked) throw new Error("nothing was asked");
    const work = fanOf({ ...this.asked, policy: unpacked(this.asked.policy) });
    for (;;) {
      const step = work.next();
      if (step.done !== true) continue;
      this.tell({ is: "drawn", found: step.value });
      return;
    }
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

const last = (): PaperWorker => {
  const worker = PaperWorker.started.at(-1);
  if (!worker) throw new Error("no worker was started");
  return worker;
};

describe("drawing that takes long", () => {
  it("shows progress and Cancel over half a second, and stops what nobody waits for", async () => {
    Object.assign(globalThis, { Worker: PaperWorker });
    await toFuture();
    await settled(() => undefined, 200);
    expect(read()).not.toContain("Drawing futures");
    await settled(() => undefined, 600);
    expect(read()).toContain("Drawing futures");
    await settled(() => last().tell({ is: "drawing", done: 0.42 }));
    const bar = (): HTMLProgressElement | null => document.querySelector("progress");
    expect(bar()?.value).toBe(0.42);

    // Another input: the running one is stopped, and another begins from nothing.
    const former = last();
    await fill("For how many years", "2");
    await settled(() => undefined, 100);
    expect(former.isTerminated).toBe(true);
    expect(last()).not.toBe(former);
    expect(bar()).toBeNull();

    await settled(() => undefined, 600);
    await press("Cancel");
    await settled(() => undefined, 100);
    expect(last().isTerminated).toBe(true);
    expect(read()).toContain("You stopped it before the futures were drawn.");
    expect(spoken()).toBe("You stopped it before the futures were drawn.");
    await press("Draw them");
    await settled(() => last().answer());
    await until(/after 2 years/);
    expect(read()).not.toContain("You stopped it");

    // What was drawn last stays to be seen, as long as it is quick.
    await fill("For how many years", "3");
    expect(read()).toMatch(/after 2 years/);
    expect(document.querySelector("[aria-busy=true]")).not.toBeNull();
    await settled(() => last().answer());
    await until(/after 3 years/);
    expect(document.querySelector("[aria-busy=true]")).toBeNull();
    await go("Home");
    expect(PaperWorker.started.every(({ isTerminated }) => isTerminated)).toBe(true);
  });
});
