import type { Stop } from "../compute";
import { succeeded } from "../engine";
import { failed, withoutLongTexts, type Read } from "../ranges";
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

/** The same of work that takes long: `stop` says whether it is still wanted. */
export interface StoppableWork<Given extends readonly unknown[], Record extends Decided> extends Pick<
  Definition<string, Given, Record>,
  "holds" | "show" | "explain"
> {
  decide(stop: Stop, ...given: Given): Promise<Read<Record>>;
}

/** An operation whose work can be stopped by those who asked for it. */
export interface StoppableOperation<
  Name extends string,
  Given extends readonly unknown[],
  Record extends Decided,
> extends LaterOperation<Name, Given, Record> {
  /** Answers as `answer` does, for as long as `stop` wants it. */
  answerWhile(stop: Stop, ...given: Given): Promise<Answer>;
}

type Named<Name extends string, Given extends readonly unknown[]> = NamedOperation<Name> & {
  readonly arguments: { readonly [Index in keyof Given]: OperationArgument };
};

/**
 * Makes an operation whose work is loaded on first use: Excel loads functions.js in every workbook, and few have such a
 * formula.
 */
export function laterOperation<Name extends string, Given extends readonly unknown[], Record extends Decided>(
  named: Named<Name, Given>,
  load: () => Promise<Work<Given, Record>>,
): LaterOperation<Name, Given, Record> {
  const made = stoppableOperation<Name, Given, Record>(named, async () => {
    const work = await load();
    return { ...work, decide: async (_, ...given) => work.decide(...given) };
  });
  return {
    ...named,
    decide: (...given) => made.decide(...given),
    answer: (...given) => made.answer(...given),
  };
}

/** Makes an operation whose work is loaded on first use, and stops where none of those who asked still wants it. */
export function stoppableOperation<Name extends string, Given extends readonly unknown[], Record extends Decided>(
  named: Named<Name, Given>,
  load: () => Promise<StoppableWork<Given, Record>>,
): StoppableOperation<Name, Given, Record> {
  type Loaded = Read<{ readonly work: StoppableWork<Given, Record> }>;
  const loaded = async (): Promise<Loaded> => {
    try {
      return succeeded({ work: await load() });
    } catch {
      // The network, most likely: who asks again has it loaded again.
      return failed({ code: "not loaded" });
    }
  };
  const answered = async (stop: Stop, given: Given): Promise<Answer> => {
    const found = await loaded();
    if (!found.ok) return found;
    const { work } = found.value;
    return answerOf(work, await work.decide(stop, ...withoutLongTexts(given)));
  };
  const askers = new WeakMap<Promise<Answer>, Askers>();
  const remembered = remembering((...given: Given) => {
    const wanted = new Askers();
    const answer = answered(wanted, given);
    askers.set(answer, wanted);
    return answer;
  });
  const answerWhile = (stop: Stop, ...given: Given): Promise<Answer> => {
    const answer = remembered(...given);
    askers.get(answer)?.add(stop);
    return answer;
  };
  return {
    ...named,
    decide: async (...given) => {
      const found = await loaded();
      return found.ok ? found.value.work.decide(ON_AND_ON, ...withoutLongTexts(given)) : found;
    },
    answer: (...given) => answerWhile(ON_AND_ON, ...given),
    answerWhile,
  };
}

/** Of who doesn't stop. */
const ON_AND_ON: Stop = { isStopped: false };

/** All those who asked the same: work for them stops once none of them wants it. */
class Askers implements Stop {
  readonly #all: Stop[] = [];

  add(stop: Stop): void {
    this.#all.push(stop);
  }

  get isStopped(): boolean {
    return this.#all.every(({ isStopped }) => isStopped);
  }
}
