import { policySentence, readPolicy, settingRows, type Argument } from "../ranges";
import { answered, operation, type Answer } from "./operation";

/** POLICY: how a policy was read, a row a setting, and one plain sentence. */
export const policy = operation({
  functionName: "POLICY",
  example: {
    cells: {},
    formula: '=INDEX(KEEL.POLICY("annual and 5/25"), 19, 2)',
    result: [
      [
        "Look once a year and rebalance only if a fund is further from its target than 5 points or 25% of the target, whichever is smaller, to the target.",
      ],
    ],
    remarks: [
      "Without INDEX the whole table spills: one row a setting with its value, and whether you gave it or it is the default.",
    ],
  },
  answer(text: Argument): Answer {
    const read = readPolicy(text);
    if (!read.ok) return read;
    const rows = settingRows(read.value.policy).map((row) => [row.setting, row.value, row.given ? "yours" : "default"]);
    const summary = ["In words", policySentence(read.value.policy), ""];
    return answered([["Setting", "Value", "From"], ...rows, summary], read.value.notes);
  },
});
