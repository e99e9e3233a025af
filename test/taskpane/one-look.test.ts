import { afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type * as Drive from "./drive";
import type * as Drifted from "./drifted";
import type { PaperWorkbook } from "./paper-workbook";

/** What is counted, where it is defined: whoever calls it, through whatever door, is counted. */
const watched = {
  policy: ["../../src/ranges/policy/read", "readPolicy"],
  list: ["../../src/ranges/allocation", "readAllocation"],
  assessment: ["../../src/operations/assessment", "assess"],
} as const;

const counts = { policy: 0, list: 0, assessment: 0 };

type Functions = Record<string, (...given: unknown[]) => unknown>;

let drive: typeof Drive;
let workbooks: typeof Drifted;

beforeAll(async () => {
  for (const [what, [path, name]] of Object.entries(watched)) {
    const actual = jest.requireActual<Functions>(path);
    const counted = (...given: unknown[]): unknown => {
      counts[what as keyof typeof counts] += 1;
      return actual[name]?.(...given);
    };
    jest.doMock(path, () => ({ ...actual, [name]: counted }));
  }
  // Only what is loaded from here on sees the counting.
  drive = await import("./drive");
  workbooks = await import("./drifted");
  drive.serveFunctions();
});

afterEach(() => drive.closePanes());

/** How often each was asked while the pane looked once more at a workbook that somebody has typed into. */
async function asked(workbook: PaperWorkbook): Promise<typeof counts> {
  Object.assign(counts, { policy: 0, list: 0, assessment: 0 });
  await drive.settled(() => workbook.type("'401(k)'!B2", [[34_000]]));
  return { ...counts };
}

describe("one look of the pane is one policy read, one list read and one assessment", () => {
  it.each([
    ["Home", "on a sheet of its own"],
    ["Plan", "on a sheet of its own"],
    ["Share", "on a sheet of its own"],
    ["Home", "beside the list"],
    ["Plan", "beside the list"],
  ])("on %s, with a plan %s", async (screen, place) => {
    const workbook = workbooks.drifted();
    if (place === "beside the list") {
      await workbooks.withPlanBeside(workbook, "annual and 5/25; last 2025-01-05", 100);
    } else {
      const settings = [
        ["Look", "annual"],
        ["Band", "5/25"],
        ["Last look", "2025-01-05"],
      ] as const;
      await workbooks.withPlanSheet(workbook, settings, 100);
    }
    await drive.openPane(workbook);
    if (screen !== "Home") await drive.go(screen);
    expect(await asked(workbook)).toEqual({ policy: 1, list: 1, assessment: 1 });
  });
});
