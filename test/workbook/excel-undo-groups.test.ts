import { describe, expect, jest, test } from "@jest/globals";
import { blockAt, type Block, type Step } from "../../src/sheets";
import type { Workbook } from "../../src/workbook";
import { openHost, type Host } from "../host";
import { isGrouped, notUndoable } from "../host/undo-groups";
import { stateOf } from "./state";

// Excel makes one undo step of a batch only where it can take all of it back. Each test is a session of its own, because
// one refusal counts for the rest of a session. Not observed in a running Excel.

async function session(work: (host: Host, workbook: Workbook) => Promise<void>, excelApi = 20): Promise<void> {
  await jest.isolateModulesAsync(async () => {
    const { excelWorkbook } = await import("../../src/workbook");
    await work(openHost({ excelApi }), excelWorkbook());
  });
}

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

const write = (address: string, value: string | number): Step => ({
  do: "write values",
  block: block(address),
  values: [[value]],
});
const title = "Try Excel";
const onASheet: readonly Step[] = [{ do: "add sheet", name: "Plan" }, write("Plan!A1", 1), write("Plan!A2", 2)];
const cells: readonly Step[] = [write("Sheet1!A1", 1), write("Sheet1!A2", 2), write("Sheet1!A3", 3)];

describe("a batch that adds a sheet", () => {
  test("is one undo step, and is taken back by batches that are none, since a sheet is deleted", () =>
    session(async (host, workbook) => {
      const before = stateOf(host);
      const applied = await workbook.apply({ title, steps: onASheet });
      if (applied.outcome !== "applied") throw new Error("It was not applied.");
      expect(await workbook.undo(applied.receipt)).toBe(true);
      expect(stateOf(host)).toEqual(before);
      expect(workbook.host.undo).toBe("host");
    }));

  test.each([0, 1])("leaves nothing where Excel stops after %i changes", (after) =>
    session(async (host, workbook) => {
      const before = stateOf(host);
      Object.assign(host.model, { failNext: "GeneralException", failAfter: after });
      await expect(workbook.apply({ title, steps: onASheet })).rejects.toMatchObject({ reason: "refused" });
      expect(stateOf(host)).toEqual(before);
    }),
  );
});

describe("where Excel refuses to make one undo step", () => {
  test.each([0, 1, 2])(
    "what it wrote until then (%i changes) is taken back, and it is asked once more without",
    (after) =>
      session(async (host, workbook) => {
        Object.assign(host.model, { failNext: "UndoNotSupported", failAfter: after });
        const { outcome } = await workbook.apply({ title, steps: [...onASheet, ...cells] });
        expect(outcome).toBe("applied");
        expect((await workbook.read(block("Sheet1!A1:A3"))).values).toEqual([[1], [2], [3]]);
        expect((await workbook.read(block("Plan!A1:A2"))).values).toEqual([[1], [2]]);
      }),
  );

  test("no further batch of the session is to be one, and the pane offers Keel's own undo", () =>
    session(async (host, workbook) => {
      expect(workbook.host.undo).toBe("host");
      host.model.failNext = "UndoNotSupported";
      await workbook.apply({ title, steps: cells });
      expect(workbook.host.undo).toBe("keel");
      const grouped: boolean[] = [];
      const type = host.model.type.bind(host.model);
      host.model.type = (...given) => {
        grouped.push(isGrouped());
        type(...given);
      };
      await workbook.apply({ title, steps: cells }, { replace: true });
      expect(grouped).toEqual([false, false, false]);
    }));

  test("a second refusal is a failure in words", () =>
    session(async (host, workbook) => {
      host.model.failNext = "UndoNotSupported";
      await workbook.apply({ title, steps: cells });
      host.model.failNext = "UndoNotSupported";
      await expect(workbook.apply({ title, steps: onASheet })).rejects.toMatchObject({ reason: "refused" });
      expect(host.model.sheetIfAny("Plan")).toBeUndefined();
    }));

  test.each([0, 1, 2])("an undo that gave back %i blocks goes on without", (after) =>
    session(async (host, workbook) => {
      host.user.type("Sheet1!A1:A3", [[7], [8], [9]]);
      const before = stateOf(host);
      const applied = await workbook.apply({ title, steps: cells }, { replace: true });
      if (applied.outcome !== "applied") throw new Error("It was not applied.");
      Object.assign(host.model, { failNext: "UndoNotSupported", failAfter: after });
      expect(await workbook.undo(applied.receipt)).toBe(true);
      expect(stateOf(host)).toEqual(before);
    }),
  );
});

test("an Excel without merged undo isn't asked for it", () =>
  session(async (host, workbook) => {
    const grouped: boolean[] = [];
    const type = host.model.type.bind(host.model);
    host.model.type = (...given) => {
      grouped.push(isGrouped());
      type(...given);
    };
    await workbook.apply({ title, steps: cells });
    expect(grouped).toEqual([false, false, false]);
  }, 19));

test("the host refuses as a part of one undo step what Microsoft's table refuses, and takes it outside of one", async () => {
  const host = openHost();
  host.model.addSheet("Other");
  const remove = (options: { mergeUndoGroup: boolean }): Promise<void> =>
    Excel.run(options, async (context) => {
      context.workbook.worksheets.getItem("Other").delete();
      await context.sync();
    });
  await expect(remove({ mergeUndoGroup: true })).rejects.toMatchObject({ code: "UndoNotSupported" });
  expect(host.model.sheetIfAny("Other")).toBeDefined();
  await remove({ mergeUndoGroup: false });
  expect(host.model.sheetIfAny("Other")).toBeUndefined();
  expect(notUndoable.has("Worksheet.Delete")).toBe(true);
});
