import { describe, expect, it } from "@jest/globals";
import { Decimal } from "../../src/engine";
import { contribute, drift, exchanges, isDue, rebalance, shares, withdraw, type Answer } from "../../src/operations";
import { explanationSentences } from "../../src/ranges";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const VALUES = column(33600, 8000, 11000, 7400);
const TARGETS = column(50, 15, 25, 10);

/** An answer's explanation in sentences. */
function told(answer: Answer): ReturnType<typeof explanationSentences> {
  if (!answer.ok) throw new Error("There is no answer to explain.");
  return explanationSentences(answer.explain());
}

describe("an answer says how it came about", () => {
  it("with what it read, what it did, what bound and what was rounded", () => {
    const answer = rebalance.answer(VALUES, TARGETS, [[1200]], [["5/25; to edge"]]);
    expect(told(answer)).toEqual({
      read: [
        "Values: 4 rows.",
        "Targets: 4 rows.",
        "Total: $60,000.",
        "Cash to invest: $1,200.",
        expect.stringMatching(/^Policy: Rebalance whenever a fund is further from its target/),
      ],
      steps: [
        "The cash goes to the rows that are emptiest for their targets.",
        "Once the cash is placed, the portfolio is outside its band.",
        "Outside the band: row 3.",
        "Rows outside go to the edge of the band.",
      ],
      bound: [],
      rounded: ["Amounts are whole cents and add up exactly; cents that rounding leaves go to the largest cut parts."],
    });
  });

  it("names the day that a look is not due on, and the minimum that left trades out", () => {
    const early = rebalance.answer(VALUES, TARGETS, null, [["annual; last 2026-01-05"]], [["2026-06-01"]]);
    expect(told(early).read).toContain("Date: 2026-06-01.");
    expect(told(early).steps).toEqual(["The next look is not due yet, so nothing is traded."]);
    const small = rebalance.answer(column(5150, 3920, 930), column(50, 40, 10), null, [["min $100"]]);
    expect(told(small).bound).toEqual(["Left alone, because the trade would be below the minimum: row 3."]);
  });

  it("speaks of cash only where there is some, and of trades only where some are asked for", () => {
    const band = [["5/25"]];
    const steps = (answer: Answer): readonly string[] => told(answer).steps;
    expect(steps(rebalance.answer(VALUES, TARGETS, null, band))).toContain("The portfolio is outside its band.");
    expect(steps(rebalance.answer(VALUES, TARGETS, [[-500]], band))).toContain(
      "Once the money is out, the portfolio is outside its band.",
    );
    expect(steps(rebalance.answer(column(60, 40), column(60, 40), null, band))).toEqual([
      "Everything is in its band: nothing is traded.",
    ]);
    expect(steps(rebalance.answer(column(60, 40), column(60, 40), [[10]], band))).toContain(
      "Once the cash is placed, everything is in its band: nothing else is traded.",
    );
    expect(steps(rebalance.answer(VALUES, TARGETS, null, [["no sells"]]))).toEqual([
      "The policy never sells, so nothing is traded.",
    ]);
    expect(steps(withdraw.answer(VALUES, TARGETS, [[500]]))).toContain(
      "Only the money is taken out; nothing is traded the other way.",
    );
    expect(told(rebalance.answer(VALUES, TARGETS, null, band)).read).toContain("Cash to invest: none.");
    const judged = isDue.answer(VALUES, TARGETS, band, [["2026-11-23"]]);
    expect(told(judged).steps).toEqual(["The portfolio is outside its band.", "Outside the band: rows 1 and 3."]);
    expect(told(judged).bound).toEqual([]);
    expect(steps(isDue.answer(VALUES, TARGETS, [["annual; last 2026-01-05"]], [["2026-06-01"]]))).toEqual([
      "The next look is not due yet.",
    ]);
  });

  it("has the proof of exchanges among the steps: it holds nothing back", () => {
    const answer = exchanges.answer([["A"], ["B"]], [[100], [100]], [[-10], [10]]);
    expect(told(answer)).toMatchObject({ steps: [expect.stringContaining("the fewest possible")], bound: [] });
  });

  it("says what the cash buffer and whole dollars hold back", () => {
    const kept = contribute.answer(VALUES, TARGETS, [[1000.5]], [["keep $500; whole dollars"]]);
    expect(told(kept).bound).toEqual(["The cash buffer keeps $500 uninvested."]);
    expect(told(kept).rounded).toEqual(["Trades are whole dollars; $0.50 is left over."]);
  });

  it("says that trades in shares are proved, and what is left", () => {
    const answer = shares.answer(column(0, 0), column(5.3, 1.3), column(60, 40), [[100]]);
    expect(told(answer).rounded).toEqual([
      "Proved: no other trades in shares come nearer to the targets.",
      "Left in cash: $0.10.",
    ]);
  });

  it("says how far from the best trades in shares can be that aren't proved", () => {
    const sentence = (gap: string): string | undefined =>
      explanationSentences({
        read: [],
        steps: [],
        bound: [],
        rounded: [{ fact: "nearest in shares", gap: new Decimal(gap) }],
      }).rounded[0];
    expect(sentence("1.2")).toBe(
      "The best trades found, within $1.20 of the best possible: other trades may come nearer to the targets, but not by more.",
    );
    expect(sentence("0.0001")).toContain("within $0.01 of the best possible");
    expect(sentence("1234.001")).toContain("within $1,234.01 of the best possible");
    const rows = Array.from({ length: 400 }, (_, row) => row);
    const answer = shares.answer(
      column(...rows.map((row) => row % 7)),
      column(...rows.map((row) => 11 + ((row * 37) % 97) + 0.37)),
      column(...rows.map(() => 0.25)),
      [[5000]],
      [["fee $1"]],
    );
    expect(told(answer).rounded[0]).toMatch(/^The best trades found, within \$[\d,.]+ of the best possible: /);
  });

  it("tells what it made of the inputs", () => {
    expect(told(drift.answer(column("$600.00", 400), column(60, 40), null)).read).toContain(
      'Values, row 1: the text "$600.00" was read as 600.',
    );
  });
});
