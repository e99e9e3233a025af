import type { Page } from "playwright-core";
import type { Look } from "./browser";

/** A way to look at a page that is open: its size, its colours, and how large its text is. */
export type WayToLook = Pick<Look, "width" | "height" | "colorScheme" | "forcedColors"> & {
  /** What a reader sets in the browser or in Windows, as a part of the usual size. */
  readonly textSize?: "100%" | "200%";
};

export type NamedLook = readonly [name: string, look: WayToLook];

/**
 * Has an open page looked at in another way, as a reader changes it in the browser or in Windows, and waits until the
 * page is drawn so. One page that comes to a state once and is looked at in six ways costs a sixth of six pages that
 * come to it.
 *
 * In forced colours a page keeps computing some system colours as they were for light or dark when it was opened, though
 * it is drawn rightly, and axe-core reads what is computed: forced dark colours need a page that is opened so.
 */
export async function lookAt(page: Page, look: WayToLook): Promise<void> {
  const { colorScheme = "light", forcedColors = "none", textSize = "100%" } = look;
  const size = page.viewportSize();
  await page.setViewportSize({
    width: look.width ?? size?.width ?? 1400,
    height: look.height ?? size?.height ?? 900,
  });
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.evaluate(async (text) => {
    document.documentElement.style.fontSize = text;
    // What follows a changed width or colour is drawn by the frame after the one that tells of it.
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
  }, textSize);
}

/** Looks at a page in each way, and returns what is found wrong, with the look's name before it. */
export async function inEachLook(
  page: Page,
  looks: readonly NamedLook[],
  wrong: (name: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const [name, look] of looks) {
    await lookAt(page, look);
    findings.push(...(await wrong(name)).map((finding) => `${name}: ${finding}`));
  }
  return findings;
}
