import { glidePath as glidePathOf, succeeded, USUAL_RETIREMENT_AGE } from "../engine";
import { readChoice, readNumberBetween, rowsOf, type Argument } from "../ranges";
import { operation } from "./operation";

const OLDEST = 130;

/** GLIDEPATH: stocks, bonds and cash by age. */
export const glidePath = operation({
  name: "GLIDEPATH",
  family: "dynamic",
  arguments: [
    { name: "age", holds: "plain" },
    { name: "retireAge", holds: "plain" },
    { name: "style", holds: "plain" },
  ],
  holds: "percent",
  decide: (age: Argument, retireAge?: Argument, style?: unknown) => {
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
    return mixes.ok ? succeeded({ mixes: mixes.value, style: chosen.value, notes: [] }) : mixes;
  },
  show: ({ mixes }) => mixes,
  explain: ({ style }) => ({ steps: [{ fact: "style", style }] }),
});
