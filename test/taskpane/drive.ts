import { act } from "react";
import { mountPane } from "../../src/taskpane";
import type { Workbook } from "../../src/workbook/host";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const mounted: (() => void)[] = [];

/** Draws the pane over a workbook and waits until it has looked. */
export async function openPane(workbook: Workbook): Promise<void> {
  const place = document.body.appendChild(document.createElement("div"));
  await settled(() => {
    mounted.push(mountPane(place, workbook));
  });
}

/** Takes all panes away; for `afterEach`. */
export async function closePanes(): Promise<void> {
  await settled(() => mounted.splice(0).forEach((unmount) => unmount()));
  document.body.replaceChildren();
}

/** Does something and waits until the pane has answered it: its promises, effects and timers of no delay. */
export async function settled(deed: () => void): Promise<void> {
  await act(async () => {
    deed();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** Everything the user reads on the shown screen. */
export function read(): string {
  return (document.querySelector("header ~ section")?.textContent ?? "").replace(/\s+/g, " ");
}

/** What a screen reader was told without moving the focus. */
export function spoken(): string {
  return document.querySelector("[aria-live=polite]")?.textContent ?? "";
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

/** Goes to another screen by the navigation. */
export async function go(label: string): Promise<void> {
  await press(label);
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
