import { useEffect, useMemo, useState } from "react";
import type { Answer, Answered } from "../../../operations";
import type { Problem, Read } from "../../../ranges";

/** An operation whose record the screen reads. */
interface Asked<Given extends readonly unknown[], Record> {
  decide(...given: Readonly<Given>): Promise<Read<Record>>;
  answer(...given: Readonly<Given>): Promise<Answer>;
}

export type TaxAnswer<Record> =
  | { readonly state: "asking" }
  | { readonly state: "answered"; readonly record: Record; readonly answered: Answered }
  | { readonly state: "refused"; readonly problem: Problem };

/**
 * Asks an operation, whose part is loaded when it is first asked, and asks again when what it is given says something
 * else. Undefined as long as something that it needs isn't typed. Whoever gives long lists remembers what it gives, so that
 * it isn't compared each time.
 */
export function useAnswer<Given extends readonly unknown[], Record>(
  operation: Asked<Given, Record>,
  given: Readonly<Given> | undefined,
): TaxAnswer<Record> | undefined {
  // What is typed is a new object at each stroke, and often says the same. All of it is cells: numbers, texts, blanks.
  const said = useMemo(() => (given === undefined ? undefined : JSON.stringify(given)), [given]);
  const [found, setFound] = useState<{ readonly said: string; readonly answer: TaxAnswer<Record> }>();
  useEffect(() => {
    if (said === undefined) return undefined;
    let current = true;
    void ask(operation, JSON.parse(said) as Given).then((answer) => {
      if (current) setFound({ said, answer });
    });
    return () => {
      current = false;
    };
  }, [operation, said]);
  if (said === undefined) return undefined;
  // What was asked before is no answer to this.
  return found?.said === said ? found.answer : { state: "asking" };
}

async function ask<Given extends readonly unknown[], Record>(
  operation: Asked<Given, Record>,
  given: Readonly<Given>,
): Promise<TaxAnswer<Record>> {
  const decided = await operation.decide(...given);
  if (!decided.ok) return { state: "refused", problem: decided.problem };
  const answered = await operation.answer(...given);
  return answered.ok
    ? { state: "answered", record: decided.value, answered }
    : { state: "refused", problem: answered.problem };
}
