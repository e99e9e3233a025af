import { cents, mixOf, type Allocation } from "../../src/engine";

/** An account of whole cents and target parts. */
export function allocationOf(values: readonly number[], parts: readonly number[]): Allocation {
  const targets = mixOf(Float64Array.from(parts));
  if (!targets) throw new Error("The account has no targets.");
  return {
    values: Float64Array.from(values),
    total: cents(values.reduce((total, value) => total + value, 0)),
    targets,
  };
}
