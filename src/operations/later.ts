import { succeeded } from "../engine";
import { failed, type Read } from "../ranges";
import { remembering } from "./memo";
import {
  answerOf,
  type Answer,
  type Decided,
  type Definition,
  type NamedOperation,
  type OperationArgument,
} from "./operation";

/** What an operation does, apart from what it is called and takes: the part that is loaded when it is first asked. */
export interface Work<Given extends readonly unknown[], Record extends Decided> extends Pick<
  Definition<string, Given, Record>,
  "holds" | "show" | "explain"
> {
  /** Reads the arguments and asks the engine once, with whatever else that needs and that has to be loaded. */
  decide(...given: Given): Read<Record> | Promise<Read<Record>>;
}

/** An operation that answers later: who asks it first waits until its work is loaded. */
export interface LaterOperation<
  Name extends string,
  Given extends readonly unknown[],
  Record extends Decided,
> extends NamedOperation<Name> {
  /** Reads the arguments and decides, for whoever needs the record. Rejects only for a fault of Keel's own. */
  decide(...given: Given): Promise<Read<Record>>;
  /** Answers with cells, remembered as those of other operations are. Rejects only for a fault of Keel's own. */
  answer(...given: Given): Promise<Answer>;
}

/**
 * Makes an operation whose work is loaded on first use: Excel loads functions.js in every workbook, and few have such a
 * formula.
 */
export function laterOperation<Name extends string, Given extends readonly unknown[], Record extends Decided>(
  named: NamedOperation<Name> & { readonly arguments: { readonly [Index in keyof Given]: OperationArgument } },
  load: () => Promise<Work<Given, Record>>,
): LaterOperation<Name, Given, Record> {
  type Loaded = Read<{ readonly work: Work<Given, Record> }>;
  const loaded = async (): Promise<Loaded> => {
    try {
      return succeeded({ work: await load() });
    } catch {
      // The network, most likely: who asks again has it loaded again.
      return failed({ code: "not loaded" });
    }
  };
  return {
    ...named,
    decide: async (...given) => {
      const found = await loaded();
      return found.ok ? found.value.work.decide(...given) : found;
    },
    answer: remembering(async (...given: Given) => {
      const found = await loaded();
      if (!found.ok) return found;
      const { work } = found.value;
      return answerOf(work, await work.decide(...given));
    }),
  };
}
