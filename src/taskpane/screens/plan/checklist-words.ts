import { dollars, inShares } from "../../components/figures";
import type { ChecklistStep, Way } from "./checklist-steps";

/** How a plan's page is asked about, for the field that chooses. */
export const wayWords: Readonly<Record<Way, string>> = {
  exchanges: "Exchanges: from one fund to another",
  trades: "Trades: sell one fund, buy another",
  balances: "Percents: what share each fund is to be",
};

/** A step in a few words: `Exchange $3,600.00 from US stocks to Bonds`. */
export function stepWords(step: ChecklistStep): string {
  switch (step.way) {
    case "exchanges":
      return `Exchange ${dollars(step.amount)} from ${step.from} to ${step.to}`;
    case "trades":
      return `${step.amount > 0 ? "Buy" : "Sell"} ${dollars(Math.abs(step.amount))} of ${step.fund}`;
    case "balances":
      return `Set ${step.fund} to ${step.percent}%`;
  }
}

/** One figure or name of a step: what it is, as it is read, and as it is pasted. */
export interface StepPart {
  readonly name: string;
  readonly shown: string;
  readonly pasted: string;
}

/** What a step has to be typed. Amounts are pasted as plain figures: pages refuse signs of dollars and commas. */
export function partsOf(step: ChecklistStep): readonly StepPart[] {
  const fund = (name: string, text: string): StepPart => ({ name, shown: text, pasted: text });
  switch (step.way) {
    case "exchanges":
      return [
        fund("From", step.from),
        fund("To", step.to),
        { name: "Amount", shown: dollars(step.amount), pasted: step.amount.toFixed(2) },
        {
          name: "Or percent of the fund it comes from",
          shown: `${step.percentOfFrom.toFixed(2)}%`,
          pasted: step.percentOfFrom.toFixed(2),
        },
      ];
    case "trades":
      return [
        fund(step.amount > 0 ? "Buy" : "Sell", step.fund),
        { name: "Amount", shown: dollars(Math.abs(step.amount)), pasted: Math.abs(step.amount).toFixed(2) },
        ...(step.shares === undefined
          ? []
          : [{ name: "Or shares", shown: inShares(step.shares), pasted: inShares(step.shares) }]),
      ];
    case "balances":
      return [
        fund("Fund", step.fund),
        { name: "Percent of your balance", shown: `${step.percent}%`, pasted: String(step.percent) },
      ];
  }
}

/** What is ticked at a step. */
export function doneWords({ isPlan }: Pick<ChecklistStep, "isPlan">): string {
  return isPlan ? "Done: typed into my plan’s page" : "Done: ordered in this account";
}
