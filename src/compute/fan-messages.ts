import { Decimal, type EvidenceProblem, type Fan, type Policy, type Result, type SimulationRequest } from "../engine";

/** What the worker that draws futures is asked: a message to a worker carries no objects with methods. */
export interface AskedFan extends Omit<SimulationRequest, "policy"> {
  readonly policy: PackedPolicy;
}

/** What it tells: the part that is done (0 to 1), and at last what was drawn. */
export type ToldFan =
  | { readonly is: "drawing"; readonly done: number }
  | { readonly is: "drawn"; readonly found: Result<Fan, EvidenceProblem> };

/** A policy with each of its decimal numbers as text, so that none loses a digit. */
export type PackedPolicy = Readonly<Record<string, unknown>>;

/** Takes apart what a message can't carry. */
export function packed(policy: Policy): PackedPolicy {
  return Object.fromEntries(Object.entries(policy).map(([setting, value]) => [setting, packedValue(value)]));
}

function packedValue(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return { decimal: value.toString() };
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, packedValue(each)]));
}

/** The policy that was packed. */
export function unpacked(policy: PackedPolicy): Policy {
  return Object.fromEntries(Object.entries(policy).map(([setting, value]) => [setting, unpackedValue(value)]));
}

function unpackedValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("decimal" in value && typeof value.decimal === "string") return new Decimal(value.decimal);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpackedValue(each)]));
}
