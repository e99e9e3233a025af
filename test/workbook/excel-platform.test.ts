import { afterEach, describe, expect, test } from "@jest/globals";
import { excelWorkbook } from "../../src/workbook";
import { savesFiles, trustPrompt } from "../../src/workbook/excel-platform";

// Not observed in a running Excel: the setting's effect, and that Excel on a Mac passes downloads over.

/** A document's settings, as Office's script has them: a change counts once it is saved. */
class Settings {
  readonly held = new Map<string, unknown>();
  readonly saved: Record<string, unknown>[] = [];
  fails = false;

  get(name: string): unknown {
    return this.held.get(name) ?? null;
  }
  set(name: string, value: unknown): void {
    this.held.set(name, value);
  }
  remove(name: string): void {
    this.held.delete(name);
  }
  saveAsync(answer: (result: object) => void): void {
    if (!this.fails) this.saved.push(Object.fromEntries(this.held));
    answer(this.fails ? { status: "failed", error: { code: 5001 } } : { status: "succeeded" });
  }
}

function inOffice(platform: string | undefined, settings?: Settings): void {
  Object.assign(globalThis, { Office: { context: { platform, ...(settings && { document: { settings } }) } } });
}

afterEach(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

describe("where Excel runs", () => {
  test.each([
    ["PC", true],
    ["OfficeOnline", true],
    ["Mac", false],
    [undefined, true],
  ])("%s saves files: %p", (platform, saves) => {
    inOffice(platform);
    expect(savesFiles()).toBe(saves);
    expect(excelWorkbook().host.savesFiles).toBe(saves);
  });

  test.each(["OfficeOnline", "iOS", undefined])("%s asks nobody to trust Keel", (platform) => {
    inOffice(platform, new Settings());
    expect(trustPrompt()).toBeUndefined();
    expect(excelWorkbook().trust).toBeUndefined();
  });

  test("outside Office there is nothing to ask", () => {
    expect(trustPrompt()).toBeUndefined();
    expect(savesFiles()).toBe(true);
  });
});

describe.each(["PC", "Mac"])("what Excel asks people without Keel (%s)", (platform) => {
  test("is turned off with the workbook's own setting, and on again by taking that away", async () => {
    const settings = new Settings();
    inOffice(platform, settings);
    const trust = excelWorkbook().trust;
    expect(trust?.asks()).toBe(true);
    await trust?.letAsk(false);
    expect(settings.saved).toEqual([{ "Office.DisableTrustUX": true }]);
    expect(trust?.asks()).toBe(false);
    await trust?.letAsk(true);
    expect(settings.saved.at(-1)).toEqual({});
    expect(trust?.asks()).toBe(true);
  });

  test("stays as it was where Excel can't keep it, and that is said", async () => {
    const settings = new Settings();
    settings.fails = true;
    inOffice(platform, settings);
    const trust = excelWorkbook().trust;
    await expect(trust?.letAsk(false)).rejects.toMatchObject({ name: "WorkbookFailure", reason: "refused" });
    expect(trust?.asks()).toBe(true);
  });
});
