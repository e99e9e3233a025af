import { glidePath as glidePathOf, USUAL_RETIREMENT_AGE } from "../engine";
import { readChoice, readNumberBetween, rowsOf, type Argument } from "../ranges";
import { answered, operation, type Answer, type HelpExamples } from "./operation";

const OLDEST = 130;

/** GLIDEPATH: stocks, bonds and cash by age. */
export const glidePath = operation((age: Argument, retireAge?: Argument, style?: unknown): Answer => {
  const retirement = readNumberBetween("Retire age", retireAge, "number", 1, OLDEST);
  if (!retirement.ok) return retirement;
  const styles = ["110 minus age", "120 minus age", "target date"] as const;
  // A retirement age means nothing to the other two styles, so whoever gives one means this.
  const [first, second, third] = styles;
  const chosen = readChoice("Style", style, retirement.value === undefined ? styles : [third, first, second]);
  if (!chosen.ok) return chosen;
  const mixes = rowsOf("Age", age, "number", 0, OLDEST, (years) => {
    const { stocks, bonds, cash } = glidePathOf(years, retirement.value ?? USUAL_RETIREMENT_AGE, chosen.value);
    return [stocks, bonds, cash];
  });
  return mixes.ok ? answered(mixes.value, { steps: [{ fact: "formula", words: `Style: ${chosen.value}.` }] }) : mixes;
});

/** The worked examples of this family's help pages. */
export const dynamicExamples: HelpExamples = {
  GLIDEPATH: {
    cells: {},
    formula: '=KEEL.GLIDEPATH(50, 65, "target date")',
    result: [[0.74, 0.26, 0]],
    remarks: [
      "“110 minus age” and “120 minus age” hold that percent of stocks. “target date” holds 90% until 25 years before retirement, 50% at retirement and 30% from seven years after, linear between.",
      "Without a style it is the target-date path where a retirement age is given, and 110 minus age where none is. It is a rule of thumb, not advice.",
      "The shares lie side by side; TRANSPOSE stands them in a column of targets.",
    ],
  },
};
