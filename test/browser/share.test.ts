import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import type { Download, Locator, Page } from "playwright-core";
import type {} from "../../src/workbench/main";
import type {} from "./excel-host";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot, type Look } from "./browser";
import { openInExcel } from "./excel";
import { inEachLook, lookAt, type NamedLook } from "./looks";

let page: Page;
afterEach(() => page.close());

/** Opens the workbench with its sample and goes to the Share screen. */
async function openShare(look: Look = {}): Promise<void> {
  page = await openPage("workbench.html?sample=401k", look);
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("heading", { name: "Share with an adviser" }).waitFor();
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

async function copyOf(make: () => Promise<unknown>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), make()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

describe("the adviser copy of the sample", () => {
  test("is downloaded by the workbench, made by keyboard alone, and has all its parts", async () => {
    await openShare();
    await page.getByLabel("Title").fill("Plan of account X12-345678");
    await page.getByLabel("Title").press("Tab");
    await page.keyboard.type("=Ann Example");
    for (let press = 0; press < 8; press += 1) {
      if (
        await page
          .getByRole("button", { name: "Make the adviser copy" })
          .evaluate((one) => one === document.activeElement)
      )
        break;
      await page.keyboard.press("Tab");
    }
    const { name, bytes } = await copyOf(() => page.keyboard.press("Enter"));
    expect(name).toMatch(/^Keel adviser copy \d{4}-\d\d-\d\d\.xlsx$/);
    await page.getByText(`The adviser copy is in your downloads: ${name}.`).first().waitFor();
    expect(
      await page.getByRole("button", { name: "Make another copy" }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await screenshot(page, "share-done");

    const parts = unzipSync(bytes);
    const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
    const sheet = part("xl/worksheets/sheet1.xml");
    const texts = part("xl/sharedStrings.xml");
    expect(part("xl/workbook.xml")).toContain('name="Adviser copy"');
    expect(part("xl/workbook.xml")).toContain("_xlnm.Print_Area");
    // Formulas are Excel's own, with the values they had here; nothing needs Keel.
    expect(sheet).toMatch(/<f>C10\/C\$16<\/f><v>0\.52\d*<\/v>/);
    expect(sheet).toMatch(/<f>SUMPRODUCT\(ABS\(F10:F15\)\)\/2<\/f>/);
    expect(sheet + part("xl/workbook.xml")).not.toContain("KEEL");
    expect(sheet).not.toMatch(/<v>(?:#|NaN|Infinity)/);
    expect(sheet).toContain('orientation="landscape"');
    // Two pages, and where the second begins, in the place that Excel asks for.
    expect(sheet).toMatch(/<pageSetup[^>]*fitToHeight="0"[^>]*\/>.*<rowBreaks .*man="1".*<\/rowBreaks>.*<drawing /s);
    expect(sheet).toContain("<conditionalFormatting");
    expect(texts).toContain("Plan of account ••••5678");
    expect(Object.values(parts).some((each) => strFromU8(each).includes("345678"))).toBe(false);
    // A name that begins like a formula is a text.
    expect(texts).toContain("=Ann Example");
    expect(sheet).not.toContain("<f>Ann");
    expect(part("xl/drawings/drawing1.xml")).toMatch(
      /descr="Weights and targets\. Vanguard 500 Index 52\.9%, target 40\.0%/,
    );
  }, 60_000);

  test("has its chart as a picture with twice the dots, in light colours whatever the pane looks like", async () => {
    await openShare({ colorScheme: "dark" });
    const { bytes } = await copyOf(() => page.getByRole("button", { name: "Make the adviser copy" }).click());
    const png = unzipSync(bytes)["xl/media/image1.png"] ?? new Uint8Array();
    const header = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const [width, height] = [header.getUint32(16), header.getUint32(20)];
    const anchor = /<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(
      strFromU8(unzipSync(bytes)["xl/drawings/drawing1.xml"] ?? png),
    );
    const pixels = Number(anchor?.[1]) / 9525;
    expect(width / pixels).toBeCloseTo(2, 1);
    expect(height % 40).toBe(0);
    const colours = await page.evaluate(async (dots) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(dots)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const drawing = canvas.getContext("2d");
      drawing?.drawImage(picture, 0, 0);
      const { data } = drawing?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
      const found = new Map<string, number>();
      for (let dot = 0; dot < data.length; dot += 4) {
        const colour = [data[dot], data[dot + 1], data[dot + 2]].join(",");
        found.set(colour, (found.get(colour) ?? 0) + 1);
      }
      return [...found].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
    }, Array.from(png));
    expect(colours[0]).toBe("255,255,255");
    expect(colours.slice(0, 8)).toContain("11,110,133");
    expect(complaints(page)).toEqual([]);
  }, 60_000);
});

/** The ways a pane is looked at. */
const looks: readonly NamedLook[] = [
  ["light", { width: 340, height: 1150 }],
  ["dark", { width: 340, height: 1150, colorScheme: "dark" }],
  ["forced-colours", { width: 340, height: 1150, forcedColors: "active" }],
  ["wide", { width: 700, height: 1150 }],
  ["narrow", { width: 320, height: 1450 }],
  ["large-text", { width: 320, height: 1250, textSize: "200%" }],
];

/** What of the pane is wider than its place. A sentence for screen readers alone stands in one dot. */
async function tooWide(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("#pane, #pane *")]
      .filter((one) => one.clientWidth > 1 && one.tagName !== "INPUT")
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
      .map((one) => `too wide: ${one.tagName} ${one.className}`),
  );
}

test("the Share screen is accessible and fits its pane, in all looks", async () => {
  // On Windows the screen has all its cards.
  page = await openInExcel({ height: 1150, excel: "Win32" });
  await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("heading", { name: "Share with an adviser" }).waitFor();
  await page.getByRole("heading", { name: "If you share this workbook itself" }).waitFor();
  const findings = await inEachLook(page, looks, async (look) => {
    await screenshot(page, `share-${look}`);
    return [...(await accessibilityFindings(page)), ...(await tooWide())];
  });
  expect(findings).toEqual([]);
  expect(complaints(page)).toEqual([]);
}, 60_000);

test.each(["Web", "Win32"] as const)(
  "in Excel the copy opens as a new workbook (%s)",
  async (excel) => {
    page = await openInExcel({ height: 1150, excel });
    await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: "Make the adviser copy" }).click();
    await page.getByText("The adviser copy is open as a new workbook.").first().waitFor();
    const opened = await page.evaluate(() => [...keelHost.model.opened]);
    expect(opened.map((file) => Object.keys(unzipSync(Uint8Array.from(Buffer.from(file, "base64")))))).toEqual([
      expect.arrayContaining(["xl/worksheets/sheet1.xml", "xl/media/image1.png"]),
    ]);
    await screenshot(page, "share-opened");
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints(page)).toEqual([]);
  },
  60_000,
);

describe("whether Excel asks people without Keel to trust the workbook", () => {
  const card = (): Locator => page.getByRole("region", { name: "If you share this workbook itself" });

  test.each(["Win32", "Mac"] as const)(
    "is asked for on Share in %s, by keyboard, and kept with the workbook",
    async (excel) => {
      page = await openInExcel({ height: 1300, excel });
      await page.getByRole("button", { name: "Share", exact: true }).click();
      const box = card().getByRole("checkbox", { name: "Don’t ask people who open it without Keel" });
      await box.focus();
      await page.keyboard.press("Space");
      await card().getByText("Save your workbook to keep this.").waitFor();
      expect(await page.evaluate(() => keelSettings)).toEqual({ "Office.DisableTrustUX": true });
      expect(await accessibilityFindings(page)).toEqual([]);
      await screenshot(page, `share-trust-${excel.toLowerCase()}`);
      await page.keyboard.press("Space");
      await card().getByText("It is a setting of this workbook").waitFor();
      expect(await page.evaluate(() => keelSettings)).toEqual({});
      expect(complaints(page)).toEqual([]);
    },
    60_000,
  );

  test("isn't spoken of on the web, where Excel doesn't ask", async () => {
    page = await openInExcel();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("heading", { name: "Share with an adviser" }).waitFor();
    expect(await card().count()).toBe(0);
  }, 60_000);
});

/** Three accounts, one of them taxable, with targets by class. */
const HOUSEHOLD: readonly (readonly (string | number)[])[] = [
  ["Account", "Account type", "Fund", "Asset class", "US stocks", "Bonds", "Value", "Cost basis"],
  ["401(k) 987654321", "401(k)", "Balanced Index", "", 0.6, 0.4, 40_000, ""],
  ["401(k) 987654321", "401(k)", "Total Bond", "Bonds", "", "", 10_000, ""],
  ["Roth IRA", "Roth IRA", "Total Stock", "US stocks", "", "", 20_000, ""],
  ["Roth IRA", "Roth IRA", "Total Bond", "Bonds", "", "", 0, ""],
  ["Brokerage", "Taxable", "Total Stock", "US stocks", "", "", 30_000, 32_000],
];
const CLASS_TARGETS: readonly (readonly (string | number)[])[] = [
  ["Class", "Target"],
  ["US stocks", 0.5],
  ["Bonds", 0.5],
];

/** Puts a household on a sheet of its own, as tables, and goes to Share. */
async function shareHousehold(look: Look = {}): Promise<void> {
  page = await openPage("workbench.html?sample=401k", look);
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  await page.evaluate(
    async ([rows, targets]) => {
      const block = { sheet: "Accounts", row: 0, column: 0, height: rows.length, width: rows[0]?.length ?? 0 };
      const classes = { ...block, column: 10, height: targets.length, width: 2 };
      await globalThis.keelWorkbench.workbook.apply({
        title: "Paste",
        steps: [
          { do: "add sheet", name: "Accounts" },
          { do: "write values", block, values: rows },
          { do: "add table", name: "OurHoldings", block },
          { do: "write values", block: classes, values: targets },
          { do: "add table", name: "OurTargets", block: classes },
          { do: "select", block: { ...block, row: 2, height: 1, width: 1 } },
        ],
      });
    },
    [HOUSEHOLD, CLASS_TARGETS] as const,
  );
  await page.getByText("3 accounts, 4 holdings, $100,000").first().waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("heading", { name: "Share with an adviser" }).waitFor();
}

describe("the adviser copy of a household", () => {
  test("is downloaded with its three sheets, and its certificate holds", async () => {
    await shareHousehold();
    await page.getByText("3 accounts with type, total and cash flow").first().waitFor();
    const { name, bytes } = await copyOf(() => page.getByRole("button", { name: "Make the adviser copy" }).click());
    await page.getByText(`The adviser copy is in your downloads: ${name}.`).first().waitFor();
    const parts = unzipSync(bytes);
    const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
    for (const sheet of ["Adviser copy", "Holdings", "Certificate"]) {
      expect(part("xl/workbook.xml")).toContain(`name="${sheet}"`);
    }
    expect(Object.values(parts).some((each) => strFromU8(each).includes("987654321"))).toBe(false);
    expect([1, 2, 3].map((each) => part(`xl/worksheets/sheet${each}.xml`)).join("")).not.toContain("KEEL");
    expect(part("xl/worksheets/sheet3.xml")).toMatch(/<f>AND\([^<]*\)<\/f><v>1<\/v>/);
    expect(part("xl/worksheets/sheet3.xml")).not.toMatch(/<f>[^<]*<\/f><v>0<\/v><\/c><\/row>/);
    expect(complaints(page)).toEqual([]);
  }, 90_000);

  test("is offered on a screen that is accessible and fits its pane, in all looks", async () => {
    await shareHousehold({ height: 1250, width: 1350 });
    const pane = page.locator("#pane");
    const householdLooks: readonly NamedLook[] = [
      ["light", { height: 1250, width: 350 }],
      ["dark", { height: 1250, width: 350, colorScheme: "dark" }],
      ["narrow", { height: 1450, width: 320 }],
    ];
    const findings: string[] = [];
    for (const [lookName, { width = 0, ...look }] of householdLooks) {
      await pane.evaluate((place, pixels) => (place.style.width = `${pixels}px`), width);
      await lookAt(page, { ...look, width: 1000 + width });
      await screenshot(page, `share-household-${lookName}`);
      const wrong = [...(await accessibilityFindings(page, "#pane")), ...(await tooWide())];
      findings.push(...wrong.map((finding) => `${lookName}: ${finding}`));
    }
    expect(findings).toEqual([]);
  }, 90_000);
});

test("what the host refuses can be saved by a link", async () => {
  await openShare();
  await page.evaluate(() => {
    globalThis.keelWorkbench.workbook.openCopy = () => Promise.reject(new Error("refused"));
  });
  await page.getByRole("button", { name: "Make the adviser copy" }).click();
  const link = page.getByRole("link", { name: /^Save Keel adviser copy/ });
  await link.waitFor();
  await screenshot(page, "share-refused");
  expect(await accessibilityFindings(page, "#pane")).toEqual([]);
  const { name, bytes } = await copyOf(() => link.click());
  expect(name).toMatch(/^Keel adviser copy .*\.xlsx$/);
  expect(Object.keys(unzipSync(bytes))).toContain("xl/worksheets/sheet1.xml");
  expect(complaints(page)).toEqual([]);
}, 60_000);

test("a name typed for one workbook isn't printed on the copy of the next", async () => {
  await openShare();
  await page.getByLabel("Your name").fill("Ann Example");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await chooser).setFiles(join(__dirname, "../../dist/assets/keel-starter.xlsx"));
  await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("heading", { name: "Share with an adviser" }).waitFor();
  expect(await page.getByLabel("Your name").inputValue()).toBe("");
}, 60_000);
