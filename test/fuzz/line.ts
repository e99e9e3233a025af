import type { FuzzCall } from "./calls";
import type { LongCall } from "./long-texts";

/** Writes a call as one line of JSON. What JSON doesn't know is written as `{"number":"-0"}`. */
export function written(call: FuzzCall | LongCall): string {
  return JSON.stringify(call, (_, value: unknown) => {
    if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { number: Object.is(value, -0) ? "-0" : String(value) };
    }
    return value;
  });
}

/** Reads a line that `written` wrote. */
export function read(line: string): FuzzCall | LongCall {
  return JSON.parse(line, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if ("number" in value && Object.keys(value).length === 1) return Number(value.number);
    return value;
  }) as FuzzCall | LongCall;
}
