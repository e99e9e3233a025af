import { afterEach, expect, it, jest } from "@jest/globals";
import { Component, createElement, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { Parts } from "../../src/taskpane/standing/in-parts";
import { useSlices } from "../../src/taskpane/standing/use-slices";
import { settled } from "./drive";

/** Work of three parts that answers a letter, and notes what was done of it. */
function work(letter: string, done: string[]): () => Parts<string> {
  return function* parts() {
    for (const part of [1, 2, 3]) {
      done.push(`${letter}${part}`);
      yield;
    }
    if (letter === "!") throw new Error("It failed.");
    return letter;
  };
}

class Guard extends Component<{ readonly children: ReactNode }, { readonly failed?: string }> {
  override state: { readonly failed?: string } = {};
  static getDerivedStateFromError(failure: Error): { readonly failed: string } {
    return { failed: failure.message };
  }
  override render(): ReactNode {
    return this.state.failed ?? this.props.children;
  }
}

function Answer({ begin, short }: { readonly begin: () => Parts<string>; readonly short: boolean }): string {
  return useSlices(begin, short) ?? "waiting";
}

let root: Root | undefined;
afterEach(async () => {
  await settled(() => root?.unmount());
  root = undefined;
});

async function draw(begin: () => Parts<string>, short: boolean, patience: number): Promise<string> {
  const place = document.querySelector("main") ?? document.body.appendChild(document.createElement("main"));
  root ??= createRoot(place);
  await settled(() => root?.render(createElement(Guard, null, createElement(Answer, { begin, short }))), 0);
  // What is drawn begins its work only when all that was asked of React is done.
  await settled(() => undefined, patience);
  return place.textContent;
}

it("short work is answered at once", async () => {
  const done: string[] = [];
  expect(await draw(work("a", done), true, 0)).toBe("a");
  expect(done).toEqual(["a1", "a2", "a3"]);
});

it("long work begins after a pause, and isn't begun for each letter that is typed", async () => {
  const done: string[] = [];
  expect(await draw(work("a", done), false, 20)).toBe("waiting");
  expect(await draw(work("b", done), false, 20)).toBe("waiting");
  expect(done).toEqual([]);
  expect(await draw(work("c", done), false, 400)).toBe("c");
  expect(done).toEqual(["c1", "c2", "c3"]);
  // What was worked out before isn't taken for the answer to something else.
  expect(await draw(work("d", done), false, 20)).toBe("waiting");
});

it("work that fails fails where it is drawn, so that the screen can say so", async () => {
  // React tells the console of it as well.
  const complaint = jest.spyOn(console, "error").mockReturnValue();
  expect(await draw(work("!", []), false, 400)).toBe("It failed.");
  complaint.mockRestore();
});
