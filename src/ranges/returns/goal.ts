import { succeeded, type Goal } from "../../engine";
import { parseNumber, tidyText } from "../numbers";
import { failed, type Read } from "../problem";
import { readChosen } from "../scalar";
import { refusedPortfolio } from "../wording/portfolio-problems";

const GOAL = "Goal";

/** A return or a volatility of more than 1000 % a year, and an aversion of more than a million, are slips of the keyboard. */
const LARGEST_RATE = 10;
const LARGEST_AVERSION = 1e6;

/**
 * Reads what a portfolio is to be best for: `min variance`, `max sharpe`, `risk parity`, or `return 7%`, `volatility 10%`
 * or `utility 4` with a number. A rate is typed 7% or 0.07.
 */
export function readGoal(given: unknown): Read<Goal> {
  const chosen = readChosen(GOAL, given);
  if (!chosen.ok) return chosen;
  if (chosen.value === undefined) return failed({ code: "missing argument", argument: GOAL, wanted: "goal" });
  const goal = goalIn(tidyText(chosen.value).toLowerCase());
  return goal ? succeeded(goal) : refusedPortfolio({ code: "unknown goal", found: chosen.value });
}

function goalIn(words: string): Goal | undefined {
  if (words === "min variance" || words === "max sharpe" || words === "risk parity") return { goal: words };
  const [, name, typed] = /^(return|volatility|utility) (.+)$/.exec(words) ?? [];
  const number = typed === undefined ? undefined : parseNumber(typed);
  if (typeof number !== "number") return undefined;
  if (name === "utility") {
    return number > 0 && number <= LARGEST_AVERSION ? { goal: "utility", aversion: number } : undefined;
  }
  // 7 without its sign could be 7 % or 700 %.
  if (Math.abs(number) > LARGEST_RATE || (Math.abs(number) >= 1 && !/%$/.test(typed ?? ""))) return undefined;
  if (name === "return") return { goal: "return", returns: number };
  return number >= 0 ? { goal: "volatility", volatility: number } : undefined;
}
