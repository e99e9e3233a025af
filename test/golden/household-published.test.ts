import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Cells } from "../../src/ranges";
import { planned, readySolver } from "../ranges/household/planned";

// Households that other programs published with what they do about them, as facts: inputs and figures.

/** One of them. */
interface PublishedHousehold {
  readonly source: string;
  readonly name: string;
  readonly holdings: Cells;
  readonly targets: Cells;
  readonly policy?: string;
  /** Dollars a row, + buys; null where several answers are as good and the source prints none of them. */
  readonly published: readonly number[] | null;
  /** Whether every class comes to its target, by the source or, where it differs, by PLAN. */
  readonly exact: boolean;
  /** What PLAN does where it differs on purpose, and why. */
  readonly keel?: readonly number[];
  readonly why?: string;
}

interface PublishedHouseholds {
  readonly sources: Readonly<Record<string, unknown>>;
  readonly cases: readonly PublishedHousehold[];
  /** What is published there and is no question for PLAN, and why. */
  readonly others: readonly { readonly source: string; readonly name: string; readonly why: string }[];
}

const { sources, cases, others } = JSON.parse(
  readFileSync(path.join(__dirname, "household-published.json"), "utf8"),
) as PublishedHouseholds;

const A_CENT = 0.01;

beforeAll(readySolver);

describe.each(Object.keys(sources))("households that others published: %s", (source) => {
  const own = cases.filter((each) => each.source === source);

  it.each(own.map((each) => [each.name, each] as const))("%s", (_, { holdings, targets, policy, ...case_ }) => {
    const { column, record } = planned(holdings, targets, policy);
    const { published, exact, keel, why } = case_;
    const isPublished = published?.every((amount, row) => Math.abs(amount - Number(column[row])) <= A_CENT) ?? true;
    // A difference has its reason, and a reason is of a difference.
    expect({ column, isPublished }).toEqual({ column: keel ?? column, isPublished: why === undefined });
    const flow = record.leftInCash.reduce((sum, { amount }) => sum - amount, 0) / 100 + cashFlowOf(holdings);
    expect(column.reduce<number>((sum, amount) => sum + Number(amount), 0)).toBeCloseTo(flow, 9);
    expect(record.offGoal.length === 0).toBe(exact);
  });
});

it("each of the others has its reason", () => {
  expect(others.filter(({ source, name, why }) => !(source in sources) || name === "" || why === "")).toEqual([]);
});

function cashFlowOf([header, ...rows]: Cells): number {
  const at = header?.indexOf("Cash flow") ?? -1;
  return rows.reduce((sum, row) => sum + (at < 0 ? 0 : Number(row[at] ?? 0)), 0);
}
