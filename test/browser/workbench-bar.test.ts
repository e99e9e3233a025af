import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

const file = { name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("Fund,Value\nA,1\n") };

const title = (page: Page): Promise<string | undefined> => page.evaluate(() => globalThis.keelWorkbench.book().title);

async function change(page: Page): Promise<void> {
  await goTo(page, "H20");
  await page.keyboard.type("mine");
  await page.keyboard.press("Enter");
}

describe("the question whether changes may be lost", () => {
  test("comes after the file is chosen, and only if there are changes", async () => {
    const page = await openWorkbench();
    await page.setInputFiles("#file", file);
    await page.locator("#notice").getByText("Opened other.csv").waitFor();
    await change(page);
    const asked = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open…" }).click();
    // The browser's own dialog comes first.
    const chooser = await asked;
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
    await chooser.setFiles({ ...file, name: "third.csv" });
    await page.getByRole("dialog").getByText("third.csv will take the place of this workbook").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    expect(await title(page)).toBe("other");
    await page.setInputFiles("#file", { ...file, name: "third.csv" });
    await page.getByRole("button", { name: "Go on without saving" }).click();
    await page.locator("#notice").getByText("Opened third.csv").waitFor();
    expect(await title(page)).toBe("third");
    expect(complaints(page)).toEqual([]);
  });
});

describe("a new workbook", () => {
  test("is blank, after the same question, and the pane says how to begin", async () => {
    const page = await openWorkbench();
    await change(page);
    await page.getByRole("button", { name: "New…" }).click();
    await screenshot(page, "workbench-bar-new");
    expect(await accessibilityFindings(page, "#new")).toEqual([]);
    await page.getByRole("button", { name: "Blank workbook" }).click();
    await page.getByRole("button", { name: "Go on without saving" }).click();
    await page.getByText("This is a blank workbook.").waitFor();
    expect(
      await page.evaluate(() => globalThis.keelWorkbench.book().sheets.map(({ name, cells }) => [name, cells.length])),
    ).toEqual([["Sheet1", 0]]);
    await page.locator("#pane").getByRole("button", { name: "Use my own list" }).waitFor();
    await screenshot(page, "workbench-bar-blank");
    expect(complaints(page)).toEqual([]);
  });

  test("for one's own list has the headings, and what is typed below them is read", async () => {
    const page = await openWorkbench();
    await page.getByRole("button", { name: "New…" }).click();
    await page.getByRole("button", { name: "My own list" }).click();
    await page.getByText("Type or paste your funds below the headings").waitFor();
    const lines = [
      ["My stock fund", "VTI", "7000", "60%"],
      ["My bond fund", "BND", "3000", "40%"],
    ];
    for (const [line, cells] of lines.entries()) {
      await goTo(page, `A${line + 2}`);
      for (const words of cells) {
        await page.keyboard.type(words);
        await page.keyboard.press("Tab");
      }
    }
    const typed = await eventually(
      page,
      () => valuesIn(page, { sheet: "My funds", row: 1, column: 0, height: 2, width: 4 }),
      (cells) => cells[1]?.[3] === 0.4,
    );
    expect(typed).toEqual([
      ["My stock fund", "VTI", 7000, 0.6],
      ["My bond fund", "BND", 3000, 0.4],
    ]);
    await page.locator("#pane").getByText("My stock fund").first().waitFor();
    await screenshot(page, "workbench-bar-own-list");
    expect(complaints(page)).toEqual([]);
  });
});

describe("the keyboard", () => {
  const region = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement?.closest("#bar")) return "bar";
      if (activeElement?.closest("#pane")) return "pane";
      return activeElement && activeElement !== document.body ? "grid" : undefined;
    });

  test("goes from bar to grid to pane with F6, back with Shift+F6, and types where it is", async () => {
    const page = await openWorkbench();
    await goTo(page, "H20");
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    const seen: unknown[] = [];
    for (let time = 0; time < 3; time++) {
      await page.keyboard.press("F6");
      seen.push(await region(page));
    }
    expect(seen).toEqual(["pane", "bar", "grid"]);
    await page.keyboard.type("two");
    await page.keyboard.press("Enter");
    expect(
      await eventually(
        page,
        () => valuesIn(page, { sheet: "401(k)", row: 19, column: 7, height: 2, width: 1 }),
        (cells) => cells[1]?.[0] !== "",
      ),
    ).toEqual([["one"], ["two"]]);
    await page.keyboard.press("Shift+F6");
    expect(await region(page)).toBe("bar");
    await page.keyboard.press("Shift+F6");
    expect(await region(page)).toBe("pane");
    await page.keyboard.press("Shift+F6");
    expect(await region(page)).toBe("grid");
    expect(complaints(page)).toEqual([]);
  });

  test("finds the regions by name, and how to leave the grid in the help", async () => {
    const page = await openWorkbench();
    await page.getByRole("banner", { name: "Workbench bar" }).waitFor();
    await page.getByRole("main", { name: "Spreadsheet" }).waitFor();
    await page.getByRole("complementary", { name: "Keel task pane" }).waitFor();
    await page.getByRole("button", { name: "What is different" }).click();
    await page.getByText("takes the keyboard from the bar to the spreadsheet to the pane").waitFor();
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("the page is of one piece, wide and narrow", async () => {
    const page = await openWorkbench({ width: 1400, height: 900, colorScheme });
    const atBoth = async (step: string, look: () => Promise<void>): Promise<void> => {
      for (const width of [1400, 700]) {
        await page.setViewportSize({ width, height: 900 });
        await screenshot(page, `workbench-look-${width}-${colorScheme}${step}`);
        await look();
      }
    };
    await atBoth("", async () => {
      expect(await accessibilityFindings(page, "#bar")).toEqual([]);
      expect(await accessibilityFindings(page, "#reason")).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(colorScheme === "dark" ? "rgb(41, 41, 41)" : "rgb(255, 255, 255)");
      const isGridDark = await page.evaluate(() => document.documentElement.classList.contains("univer-dark"));
      expect(isGridDark).toBe(colorScheme === "dark");
      await page.getByRole("button", { name: "What is different" }).click();
      await screenshot(page, `workbench-look-${page.viewportSize()?.width}-${colorScheme}-differences`);
      await page.keyboard.press("Escape");
    });
    await change(page);
    await page.getByRole("button", { name: "Start again with the sample" }).click();
    await atBoth("-question", async () => {
      expect(await accessibilityFindings(page, "#question")).toEqual([]);
    });
    await page.keyboard.press("Escape");
    await goTo(page, "H5");
    await page.keyboard.type("=KEEL.DRIFT(");
    await page.getByText('KEEL.DRIFT(Holdings[Value],Holdings[Target],"money","unassigned hold")').waitFor();
    await atBoth("-help", async () => {});
    expect(complaints(page)).toEqual([]);
  }, 90_000);
});
