import { describe, expect, test } from "@jest/globals";
import { accessibilityFindings } from "./axe";
import { complaints, type Look } from "./browser";
import { goToEvidence, messy, wholePane } from "./evidence-screen";
import { openWorkbench } from "./grid";
import { openFile } from "./open-file";

const looks: readonly (readonly [name: string, look: Look])[] = [
  ["wide", {}],
  ["320", { width: 320 }],
  ["700-dark", { width: 700, colorScheme: "dark" }],
  ["forced-dark-320", { forcedColors: "active", colorScheme: "dark", width: 320 }],
];

describe("which rule suits, and how a crash was stood, in the workbench", () => {
  test.each(looks)(
    "over a messy list, in %s",
    async (name, look) => {
      const page = await openWorkbench(look);
      await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
      await goToEvidence(page);
      await page.getByLabel("The Windfall Trust, Series R6").selectOption({ label: "US stocks" });
      await page.getByRole("button", { name: "Which rule suits me?" }).click();
      await page.getByRole("img", { name: /rules by how often/ }).waitFor();
      await wholePane(page, `evidence-rules-${name}`);
      const findings = [...(await accessibilityFindings(page, "#pane"))];
      await page.getByRole("button", { name: "How would I have stood a crash?" }).click();
      await page.getByRole("img", { name: /How deep 10 falls went/ }).waitFor();
      await wholePane(page, `evidence-crashes-${name}`);
      findings.push(...(await accessibilityFindings(page, "#pane")));
      expect(findings).toEqual([]);
      expect(complaints(page)).toEqual([]);
    },
    90_000,
  );
});
