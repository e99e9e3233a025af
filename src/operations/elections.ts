import { elections as electionsOf, succeeded } from "../engine";
import { columnOf, numberTerm, readElections, terms, type Argument } from "../ranges";
import { formulaFact, fundBeside, operation, rangeFacts } from "./operation";

/** ELECTIONS: weights as the whole percents that a plan's web page wants typed. */
export const elections = operation({
  name: "ELECTIONS",
  family: "rebalance",
  arguments: [
    { name: "weights", holds: "percent" },
    { name: "step", holds: "plain" },
    { name: "min", holds: "plain" },
    { name: "max", holds: "plain" },
  ],
  holds: "plain",
  decide: (weights: Argument, step?: Argument, min?: Argument, max?: Argument) => {
    const read = readElections(weights, step, min, max);
    if (!read.ok) return read;
    const { columns } = read.value;
    const percents = electionsOf(read.value.weights, read.value.step, read.value.bounds);
    return percents.ok
      ? succeeded({ columns, weights: read.value.weights, percents: percents.value, notes: columns.notes })
      : percents;
  },
  show: ({ columns, percents }) => columnOf(columns, (row) => percents[row] as number),
  explain: ({ columns, weights, percents }, at) => {
    const beside = fundBeside(columns, (row) => weights[row] !== 0, at);
    const worked = beside && [
      {
        row: beside.row,
        term: terms(
          "×",
          terms(
            "÷",
            numberTerm(weights[beside.row] as number),
            terms("+", ...weights.filter((weight) => weight !== 0).map(numberTerm)),
          ),
          numberTerm(100),
        ),
        gives: { kind: "plain", number: percents[beside.row] as number } as const,
      },
    ];
    return {
      read: rangeFacts(columns),
      steps: [formulaFact("elections", worked ?? [])],
      rounded: [{ fact: "formula", formula: "whole steps" }],
    };
  },
});
