import type { Argument } from "../../ranges";
import type { OperationArgument } from "../operation";
import { AS_OF, POLICY, RETURNS, VOLATILITY } from "../usual-arguments";

/** What PLAN, PLANCHECK and PLANTRADES take. */
export type PlanArguments = readonly [
  holdings: Argument,
  targets: Argument,
  policy?: Argument,
  asOf?: Argument,
  volatility?: Argument,
  returns?: Argument,
];

/** Classes with what share each should have, and with more of each where that is wanted. */
export const CLASS_TARGETS: OperationArgument = { name: "targets", holds: "by heading" };

/** The same, under the names that their declarations use. */
export const PLAN_ARGUMENTS = [
  { name: "holdings", holds: "by heading" },
  CLASS_TARGETS,
  POLICY,
  AS_OF,
  VOLATILITY,
  RETURNS,
] as const;
