import { ICommandService, type Injector } from "@univerjs/core";
import type { Mutation } from "./journal";

/** Notes what Univer does to one workbook, so that it can be done once more to the workbook as it was before. */
export class Mutations {
  #workbook = "";
  #done: Mutation[] = [];

  constructor(injector: Injector) {
    // These are the mutations that Univer would send to others who work on the same workbook. What is only shown or
    // worked out, such as the results of formulas, is not among them.
    injector.get(ICommandService).onMutationExecutedForCollab(({ id, params }, options) => {
      const told = params as (object & { readonly unitId?: unknown }) | undefined;
      if (told?.unitId !== this.#workbook || options?.onlyLocal || options?.["fromFormula"]) return;
      this.#done.push({ id, params: told });
    });
  }

  /** The id of the workbook whose mutations are noted. */
  get workbook(): string {
    return this.#workbook;
  }

  /** Begins anew with the workbook of this id. */
  follow(workbook: string): void {
    this.#workbook = workbook;
    this.#done = [];
  }

  /** What was done since this was asked last. */
  take(): readonly Mutation[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }
}

/** Does to a workbook once more what was noted. Throws if it can't be done. */
export function doAgain(injector: Injector, mutations: readonly Mutation[]): void {
  const commands = injector.get(ICommandService);
  for (const { id, params } of mutations) {
    if (!commands.syncExecuteCommand(id, params)) throw new Error(`The grid did not take ${id}.`);
  }
}
