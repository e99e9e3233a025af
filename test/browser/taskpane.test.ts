import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type {} from "./excel-host";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot } from "./browser";
import { officeScript, openInExcel } from "./excel";
import { inEachLook, lookAt, type NamedLook, type WayToLook } from "./looks";

const tabs = ["Home", "Plan", "Set up", "Share"];
const more = ["Evidence", "Taxes", "Explain", "Repair", "Help"];

async function goTo(page: Page, screen: string): Promise<void> {
  if (more.includes(screen)) await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("navigation").getByRole("button", { name: screen, exact: true }).click();
  // Until it has read the workbook, a screen shows nothing or that it waits.
  await page.getByRole("region", { name: screen, exact: true }).getByRole("heading").first().waitFor();
}

/** Whether anything of the pane is cut off or has to be scrolled to sideways. */
async function widerThanPane(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pane = document.getElementById("pane");
    if (!pane) return ["no pane"];
    const edge = pane.getBoundingClientRect().right + 1;
    return [...pane.querySelectorAll("*")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const hidden = box.width <= 1 || getComputedStyle(element).visibility === "hidden";
        return !hidden && box.right > edge && !element.closest("[class*=unseen]");
      })
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
  });
}

const looks: readonly NamedLook[] = [
  ["light", { width: 340, height: 800 }],
  ["dark", { width: 340, height: 800, colorScheme: "dark" }],
  ["forced colours", { width: 340, height: 800, forcedColors: "active" }],
  ["320 pixels", { width: 320, height: 800 }],
  ["text at 200 %", { width: 320, height: 1200, textSize: "200%" }],
];
const forcedDark: NamedLook = ["forced dark colours", { width: 340, height: 800, forcedColors: "active", colorScheme: "dark" }]; // prettier-ignore

/** The way through the wizard: what is pressed, and the heading that then stands there. */
const steps: readonly (readonly [button: string, heading: string])[] = [
  ["Next: your targets", "Your targets"],
  ["Next: your rule", "Your rule"],
  ["More questions", "Your rule"],
  ["Next: preview", "Preview"],
  ["Insert", "Your plan is live"],
];

/** Where there is least room the way on has to be found; the other page is opened in its look and stays so. */
test.each<[string, WayToLook, readonly NamedLook[]]>([
  ["light, dark, forced colours and where there is little room", { width: 320, height: 1200, textSize: "200%" }, looks],
  ["forced dark colours", forcedDark[1], [forcedDark]],
])(
  "every screen and every step of the wizard over Excel's own library, in %s",
  async (_, goneIn, looksHere) => {
    const page = await openInExcel(goneIn);
    const findings: string[] = [];
    const looked = async (what: string, picture: string): Promise<void> => {
      const found = await inEachLook(page, looksHere, async (look) => {
        await screenshot(page, `excel-${picture} ${look}`.toLowerCase().replace(/\W+/g, "-"));
        return [...(await accessibilityFindings(page)), ...(await widerThanPane(page))];
      });
      findings.push(...found.map((finding) => `${what}: ${finding}`));
      await lookAt(page, goneIn);
    };
    await lookAt(page, goneIn);
    for (const screen of [...tabs, ...more]) {
      await goTo(page, screen);
      await looked(screen, screen);
    }
    await goTo(page, "Set up");
    for (const [position, [button, heading]] of steps.entries()) {
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await looked(button, `wizard-${position + 1}`);
    }
    expect(findings).toEqual([]);
    expect(complaints(page)).toEqual([]);
    const sheets = await page.evaluate(() => globalThis.keelHost.model.sheets.map((sheet) => sheet.name));
    expect(sheets).toContain("Keel plan");
  },
  180_000,
);

/** What Office's own script is like in a browser: it answers, and there is no Excel and no function runtime. */
const officeAlone = `globalThis.Office = { onReady: (then) => { const info = { host: null, platform: null }; then?.(info); return Promise.resolve(info); }, HostType: { Excel: "Excel" } };`;

test.each([
  ["Office’s script is there", officeAlone],
  ["Office’s script did not load", ""],
])(
  "outside Excel the page says where Keel belongs and leads to the workbench: %s",
  async (_, body) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await openPage("taskpane.html", {
        width: 340,
        height: 700,
        colorScheme,
        instead: { [officeScript]: body },
      });
      await page.getByRole("heading", { name: "Keel works inside Excel" }).waitFor();
      expect(await page.getByRole("link", { name: "Try Keel in the workbench" }).getAttribute("href")).toBe(
        "workbench.html",
      );
      await screenshot(page, `outside-excel-${colorScheme}`);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await widerThanPane(page)).toEqual([]);
      expect(complaints(page)).toEqual([]);
    }
  },
  60_000,
);
