import { afterEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { act, createElement, type ReactElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { BracketsFilled, PartsBars } from "../../../src/taskpane/charts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const roots: Root[] = [];

afterEach(() => {
  act(() => roots.splice(0).forEach((root) => root.unmount()));
  document.body.replaceChildren();
});

function draw(element: ReactElement): HTMLElement {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  roots.push(root);
  act(() => root.render(element));
  return place;
}

interface Bar {
  readonly from: number;
  readonly to: number;
}

/** The rectangles of each row from left to right, in percent of the place. The legend's are left out. */
function barsIn(place: HTMLElement): readonly (readonly Bar[])[] {
  return [...place.querySelectorAll("figure > div > svg")].map((svg) =>
    [...svg.querySelectorAll("rect")].map((rect) => {
      const from = Number.parseFloat(rect.getAttribute("x") ?? "");
      return { from, to: from + Number.parseFloat(rect.getAttribute("width") ?? "") };
    }),
  );
}

const PARTS = ["You keep", "Tax", "Penalty"];

describe("wholes and their parts", () => {
  it("stand side by side on one scale: the largest whole is as wide as the place", () => {
    const place = draw(
      createElement(PartsBars, {
        ...{ parts: PARTS, words: "What is kept." },
        rows: [
          { name: "Cash out", amounts: [50, 30, 20], figure: "$100" },
          { name: "Half", amounts: [50, 0, 0], figure: "$50" },
        ],
      }),
    );
    expect(barsIn(place)).toEqual([
      [
        { from: 0, to: 50 },
        { from: 50, to: 80 },
        { from: 80, to: 100 },
      ],
      [
        { from: 0, to: 50 },
        { from: 50, to: 50 },
        { from: 50, to: 50 },
      ],
    ]);
    expect(place.querySelector("[role=img]")?.getAttribute("aria-label")).toBe("What is kept.");
    // All else is a picture, and not read twice.
    expect(
      [...(place.querySelector("figure")?.children ?? [])].every(
        (each) => each.ariaHidden ?? each.getAttribute("aria-hidden"),
      ),
    ).toBe(true);
    expect([...place.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual(PARTS);
  });

  it("reach to no place beyond, and lie on each other nowhere, whatever the amounts", () => {
    const amounts = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), (wholes) => {
        const place = draw(
          createElement(PartsBars, {
            ...{ parts: PARTS, words: "" },
            rows: wholes.map((each, row) => ({ name: `Row ${row}`, amounts: each, figure: "" })),
          }),
        );
        for (const bars of barsIn(place)) {
          bars.forEach(({ from, to }, part) => {
            expect(Number.isFinite(from) && Number.isFinite(to)).toBe(true);
            expect(to).toBeLessThanOrEqual(100 + 1e-6);
            expect(from).toBeGreaterThanOrEqual((bars[part - 1]?.to ?? 0) - 1e-6);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are nothing where all is nothing", () => {
    const place = draw(
      createElement(PartsBars, { parts: PARTS, words: "", rows: [{ name: "", amounts: [0, 0, 0], figure: "$0" }] }),
    );
    expect(barsIn(place)).toEqual([[0, 0, 0].map(() => ({ from: 0, to: 0 }))]);
  });
});

describe("tax brackets that income fills", () => {
  const bracket = (size: number | undefined, before: number, added: number): ReactElement =>
    createElement(BracketsFilled, {
      ...{ words: "How they fill.", beforeName: "Your income", addedName: "The conversion" },
      brackets: [{ name: "12%", size, before, added, figure: "" }],
    });

  it("are each as wide as the place, filled by what was there and then by what is added", () => {
    const [[whole, before, added] = []] = barsIn(draw(bracket(40_000, 10_000, 20_000)));
    expect(whole?.to).toBeGreaterThan(99);
    expect([before, added]).toEqual([
      { from: 0, to: 25 },
      { from: 25, to: 75 },
    ]);
  });

  it("have a fifth of room where they have no end", () => {
    const [[, before, added] = []] = barsIn(draw(bracket(undefined, 30_000, 10_000)));
    expect([before, added]).toEqual([
      { from: 0, to: 60 },
      { from: 60, to: 80 },
    ]);
    // Nothing in it is drawn as nothing.
    expect(barsIn(draw(bracket(undefined, 0, 0)))[0]?.slice(1)).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 0 },
    ]);
  });
});
