import { fromDist } from "../dist";
import { act } from "react";
import { mountPane } from "../../src/taskpane";
import type { Workbook } from "../../src/workbook/host";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const mounted: (() => void)[] = [];

/** Draws the pane over a workbook and waits until it has looked. */
export async function openPane(workbook: Workbook): Promise<void> {
  // Read from disk before, the screens but Home are there at once, as they are in a browser that has them.
  await import("../../src/taskpane/screens/lazy-screens");
  const place = document.body.appendChild(document.createElement("div"));
  await settled(() => {
    mounted.push(mountPane(place, workbook));
  });
}

/** Lets the pane load the built functions.json, as it does from the site: jsdom has no network of its own. */
export function serveFunctions(): void {
  const text = fromDist("functions.json");
  const answer = { ok: true, status: 200, json: () => Promise.resolve<unknown>(JSON.parse(text)) };
  Object.assign(globalThis, { fetch: () => Promise.resolve(answer) });
}

/** Takes all panes away; for `afterEach`. */
export async function closePanes(): Promise<void> {
  await settled(() => mounted.splice(0).forEach((unmount) => unmount()));
  document.body.replaceChildren();
}

/** Does something and waits until the pane has answered it: its promises, effects and timers of up to `patience` milliseconds. */
export async function settled(deed: () => void, patience = 20): Promise<void> {
  await act(async () => {
    deed();
    await new Promise((resolve) => setTimeout(resolve, patience));
  });
}

/** Waits until the shown screen says something: what is loaded on first use takes its time. */
export async function until(said: RegExp): Promise<void> {
  for (let wait = 0; wait < 200 && !said.test(read()); wait++) await settled(() => undefined, 50);
  if (!said.test(read())) throw new Error(`${String(said)} is not said in: ${read()}`);
}

/** Everything the user reads on the shown screen. */
export function read(): string {
  return (document.querySelector("section[tabindex]")?.textContent ?? "").replace(/\s+/g, " ");
}

/** What stands below every screen: the version, how the formulas are. */
export function foot(): string {
  return (document.querySelector("section[tabindex] + div")?.textContent ?? "").replace(/\s+/g, " ");
}

/** What a screen reader was told without moving the focus. */
export function spoken(): string {
  return document.querySelector("[aria-live=polite]")?.textContent ?? "";
}

/** Presses a key in whatever has the focus. */
export async function key(name: string): Promise<void> {
  await settled(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  });
}

export function button(name: string): HTMLButtonElement {
  return found(
    [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name),
    `button "${name}"`,
  );
}

export async function press(name: string): Promise<void> {
  const target = button(name);
  await settled(() => {
    target.focus();
    target.click();
  });
}

/** Goes to another screen by the navigation: by its tab, or by the list behind "More". */
export async function go(label: string): Promise<void> {
  const inNavigation = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll<HTMLButtonElement>("nav button")].find((one) => one.textContent.trim() === label);
  const more = document.querySelector<HTMLButtonElement>("nav button[aria-expanded=false]");
  if (!inNavigation() && more) await settled(() => more.click());
  const place = found(inNavigation(), `screen "${label}"`);
  await settled(() => {
    place.focus();
    place.click();
  });
}

/** The field, list or radio button that a label names. */
export function field(label: string): HTMLInputElement | HTMLSelectElement {
  const labelled = [...document.querySelectorAll("label")].find((one) => one.textContent.startsWith(label));
  const control = labelled ? document.getElementById(labelled.htmlFor) : null;
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) return control;
  throw new Error(`no field "${label}" in: ${read()}`);
}

/** Types into a field, or picks in a list, as a browser tells React of it. */
export async function fill(label: string, text: string): Promise<void> {
  const control = field(label);
  const prototype = control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await settled(() => {
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, text);
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
}

export async function pick(label: string): Promise<void> {
  const control = field(label);
  await settled(() => control.click());
}

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`no ${name} in: ${read()}`);
  return thing;
}
