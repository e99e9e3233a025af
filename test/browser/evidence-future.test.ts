import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { ToldFan } from "../../src/compute/fan-messages";
import { monthlyReturns } from "../../src/compute/history";
import { builtInSeries, fanOf, type Fan } from "../../src/engine";
import type { FutureMoney } from "../../src/operations";
import { defaultChoices } from "../../src/sheets";
import { policyOf, targetsOf } from "../engine/evidence/asking";
import { callLater } from "../functions/shipped";
import { complaints, screenshot, type Look } from "./browser";
import { openMessy } from "./evidence-screen";
import { eventually, goTo, valuesIn } from "./grid";

declare global {
  /** What workers of the page told it, by the tests' own ear. */
  var toldByWorkers: unknown[] | undefined;
}

const PARTS = { stocks: 0.75, bonds: 0.2, bills: 0.05 } as const;

async function openFuture(look: Look): Promise<Page> {
  const page = await openMessy(look);
  await page.getByRole("button", { name: "What may come?" }).click();
  return page;
}

const headline = (page: Page, said: RegExp): Promise<void> =>
  page.getByRole("heading", { name: said }).waitFor({ timeout: 30_000 });

/** What the same comes to in this process, from the sources. */
function fanInNode({ start, monthly, years, seed }: FutureMoney): Fan {
  const series = builtInSeries(monthlyReturns, ["stocks", "bonds", "bills"]);
  const targets = targetsOf(...Object.values(PARTS).map((part) => part * 100));
  const work = fanOf({
    ...{ series, targets, policy: policyOf(defaultChoices.policy), paths: 10_000, rows: years * 12 },
    ...{ seed, start, contribution: monthly },
  });
  for (;;) {
    const step = work.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.problem.code);
    return step.value.value;
  }
}

const MONEY: FutureMoney = { start: 100_000, monthly: 500, years: 10, seed: 1 };

async function typeMoney(page: Page): Promise<void> {
  await page.getByLabel("Money at the start").fill("100,000");
  await page.getByLabel("Paid in each month").fill("500");
  await page.getByLabel("For how many years").fill("10");
  await headline(page, /after 10 years, with less than the \$160,000 paid in/);
}

describe("what may come, in the workbench", () => {
  test("draws the same digits in a worker of Chromium, on the page without one, in Node, and in SIMULATE as it ships", async () => {
    const wanted = fanInNode(MONEY);
    const page = await openFuture({
      before: () => {
        const Own = globalThis.Worker;
        globalThis.Worker = class extends Own {
          constructor(...given: ConstructorParameters<typeof Own>) {
            super(...given);
            this.addEventListener("message", ({ data }) => (globalThis.toldByWorkers ??= []).push(data));
          }
        };
      },
    });
    await typeMoney(page);
    const told = (await page.evaluate(() => globalThis.toldByWorkers)) as readonly ToldFan[] | undefined;
    const fans = (told ?? []).flatMap((each) => (each.is === "drawn" && each.found.ok ? [each.found.value] : []));
    expect(fans.at(-1)).toEqual(wanted);
    const byWorker = await page.locator("section[aria-labelledby=keel-evidence-future]").innerText();

    const returns = await callLater("HISTORY", [["monthly stocks, bonds, bills"]]);
    const shipped = await callLater(
      ...(["SIMULATE", returns, Object.values(PARTS).map((part) => [part]), [[defaultChoices.policy]]] as const),
      ...([[[10]], [[100_000]], [[500]], null, null, [[1]]] as const),
    );
    const last = [wanted.rule, wanted.never].map(({ marks }) => marks.at(-1));
    expect(shipped.slice(1, 6).map((row) => row.slice(1, 3))).toEqual(
      [0, 1, 2, 3, 4].map((share) => last.map((mark) => mark?.ends[share])),
    );
    expect(shipped[11]?.slice(1, 3)).toEqual(last.map((mark) => mark?.chanceOfLoss));

    // The sheet's cells are SIMULATE's, in the browser's bundle.
    await page.getByRole("button", { name: "Put it in my workbook" }).click();
    await page.getByText(/It is on sheet/).waitFor();
    const cells = { sheet: "Keel future", row: 0, column: 0, height: 40, width: 7 };
    const values = await eventually(
      page,
      () => valuesIn(page, cells),
      (rows) => rows.some((row) => row[0] === "End value, median" && typeof row[6] === "number"),
    );
    await page.waitForTimeout(500);
    await screenshot(page, "evidence-future-sheet");
    await goTo(page, "A46");
    await page.waitForTimeout(500);
    await screenshot(page, "evidence-future-chart");
    const first = values.findIndex((row) => row[0] === "Statistic");
    expect(values.slice(first + 1, first + 12).map((row) => row.slice(1, 3))).toEqual(
      shipped.slice(1).map((row) => row.slice(1, 3)),
    );
    const fan = values.slice(values.findIndex((row) => row[0] === "After so many years") + 1).slice(0, 5);
    expect(fan.map(([years]) => years)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(fan[0]?.slice(1, 6)).toEqual([100_000, 100_000, 100_000, 100_000, 100_000]);
    expect(fan[4]?.slice(1, 6)).toEqual(shipped.slice(1, 6).map((row) => row[1]));
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByText("Taken back.").waitFor({ state: "attached" });
    expect(complaints(page)).toEqual([]);

    const without = await openFuture({
      before: () => {
        const refuse = (): never => {
          throw new Error("blocked");
        };
        globalThis.Worker = new Proxy(Worker, { construct: refuse });
      },
    });
    await typeMoney(without);
    expect(await without.locator("section[aria-labelledby=keel-evidence-future]").innerText()).toBe(byWorker);
    expect(complaints(without)).toEqual([]);
  }, 180_000);
});
