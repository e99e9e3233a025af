import type { Taxpayer } from "../../src/engine";
import { SECOND_TYPING } from "../engine/law/second-typing";

// The tax of a year once more, in whole numbers: amounts in hundredths of a cent, rates in thousandths. It walks through
// the brackets as a form's schedule does, from the top down, and takes its figures from the second typing.

const RATES = [100n, 120n, 220n, 240n, 320n, 350n, 370n];
const GAINS = [0n, 150n, 200n];
const THRESHOLDS = { single: 200_000n, joint: 250_000n, separate: 125_000n, "head of household": 200_000n };
const SENIOR = { single: 75_000n, joint: 150_000n, separate: undefined, "head of household": 75_000n };

/** Hundredths of a cent. */
const DOLLAR = 10_000n;

const max = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const min = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const typed = (line: string): bigint[] => line.split(" ").map((word) => BigInt(word.replaceAll(",", "")) * DOLLAR);

/** What of everything up to `top` lies above `from`, taxed from the highest bracket down; in thousandths. */
function scheduled(top: bigint, from: bigint, ends: readonly bigint[], rates: readonly bigint[]): bigint {
  let tax = 0n;
  let left = top;
  for (let place = rates.length - 1; place >= 0; place--) {
    const start = max(place === 0 ? 0n : (ends[place - 1] as bigint), from);
    if (left <= start) continue;
    tax += (left - start) * (rates[place] as bigint);
    left = start;
  }
  return tax;
}

/** The tax in cents, half up. Amounts are cents. */
export function slowTax(
  year: number,
  { filing, age = 0, spouseAge = 0 }: Taxpayer,
  ordinary: number,
  gains: number,
): number {
  const figures = SECOND_TYPING[year as 2024 | 2025 | 2026];
  const [income, gained] = [BigInt(ordinary) * 100n, BigInt(gains) * 100n];
  const gross = income + gained;
  const [standard, from65] = typed(figures.deductions[filing]) as [bigint, bigint];
  let deduction = standard;
  const start = SENIOR[filing];
  for (const years of filing === "joint" ? [age, spouseAge] : [age]) {
    if (years < 65) continue;
    deduction += from65;
    if (year < 2025 || start === undefined) continue;
    const above = max(0n, gross - start * DOLLAR);
    deduction += max(0n, 6_000n * DOLLAR - (above * 6n) / 100n);
  }
  const taxable = max(0n, gross - deduction);
  const onGains = min(taxable, gained);
  const onIncome = taxable - onGains;
  const investment = 38n * max(0n, min(gained, gross - THRESHOLDS[filing] * DOLLAR));
  const tax =
    scheduled(onIncome, 0n, typed(figures.brackets[filing]), RATES) +
    scheduled(taxable, onIncome, typed(figures.gains[filing]), GAINS) +
    investment;
  // Thousandths of hundredths of a cent.
  return Number((tax + 50_000n) / 100_000n);
}
