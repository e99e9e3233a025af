import { exactly, succeeded, type FundClasses, type Lot, type Policy } from "../../engine";
import type { ClassRange } from "../classes";
import { readLock } from "../holdings/lock";
import type { ClassedTable } from "../holdings/with-classes";
import type { Position as HoldingsRow } from "../holdings/record";
import { failed, type Note, type Read } from "../problem";

/** A row of holdings as a plan takes it, before the rows of a fund are put together. */
export interface LotRow {
  readonly row: number;
  readonly account: number;
  /** The fund's name as shown, and as names are compared. */
  readonly name: string;
  readonly key: string;
  readonly fundClasses: FundClasses;
  readonly isCash: boolean;
  readonly isLeftAlone: boolean;
  /** Whether its own lock leaves it alone, since it has no class. */
  readonly isHeld: boolean;
  readonly mayBuy: boolean;
  readonly lot: Lot;
  readonly holding: HoldingsRow;
}

/** What the rows of a table are read with. */
export interface LotReader extends ClassedTable {
  readonly classes: ClassRange;
  readonly policy: Policy;
  readonly today: number | undefined;
  readonly notes: Note[];
}

const CASH = "CASH";

/** Makes a reader of single rows of holdings. */
export function lotReader({
  table,
  classify,
  classes,
  policy,
  today,
  notes,
}: LotReader): (row: HoldingsRow) => Read<LotRow> {
  const { unclassified } = classes;
  const cashClass = classes.classes.find((name) => name.toUpperCase() === CASH);
  const made = new Map<FundClasses, FundClasses>();
  const inUnclassified = (fundClasses: FundClasses): FundClasses => {
    const rest = restOf(fundClasses);
    if (unclassified === undefined || rest === 0) return fundClasses;
    const known = made.get(fundClasses);
    if (known) return known;
    const { parts, whole } = fundClasses;
    const all = { parts: new Map([...parts, [unclassified, (parts.get(unclassified) ?? 0) + rest]]), whole };
    made.set(fundClasses, all);
    return all;
  };
  const cashClasses: FundClasses = { parts: new Map(cashClass === undefined ? [] : [[cashClass, 1]]), whole: 1 };

  const accountOf = ({ account }: HoldingsRow): string => table.accounts[account]?.name ?? "";
  return (holding) => {
    const { row, value, account, fund, assetClass, lock: typedLock } = holding;
    const isCashRow = holding.isCash || assetClass?.key === CASH;
    const mayLackClass = isCashRow || unclassified !== undefined || (policy.unassigned ?? "stop") !== "stop";
    let classed = classify(holding, mayLackClass, notes);
    if (!classed.ok && classed.problem.code === "class missing" && value === 0) {
      classed = classify(holding, true, notes);
      notes.push({ code: "menu row without a class", at: table.at(row, "asset class"), fund: fund?.text ?? "" });
    }
    if (!classed.ok) return classed;
    const name = fund ?? assetClass;
    if (name === undefined) return failed({ code: "name missing", at: table.at(row, "fund") });
    const lock = readLock(typedLock, table.at(row, "lock"), { account: accountOf(holding), fund: name.text });
    if (!lock.ok) return lock;
    if (holding.acquired !== undefined && today !== undefined && holding.acquired > today) {
      const days = { found: holding.acquired, today };
      return failed({
        code: "acquired later",
        at: table.at(row, "acquired"),
        account: accountOf(holding),
        fund: name.text,
        ...days,
      });
    }
    const { isCash, fundClasses } = classed.value;
    const classesOf = (): FundClasses => {
      if (isCash) return fundClasses.parts.size === 0 ? cashClasses : fundClasses;
      return classed.value.isLeftAlone ? fundClasses : inUnclassified(fundClasses);
    };
    const all = classesOf();
    const isLeftAlone = classed.value.isLeftAlone || (!isCash && policy.unassigned === "hold" && restOf(all) > 0);
    return succeeded({
      row,
      account,
      name: name.text,
      key: name.key,
      fundClasses: all,
      isCash,
      isLeftAlone,
      isHeld: classed.value.isLeftAlone,
      mayBuy: !isLeftAlone && lock.value !== "hold" && lock.value !== "no buy",
      lot: lotOf(holding, !isLeftAlone && lock.value !== "hold" && lock.value !== "no sell"),
      holding,
    });
  };
}

/** What a fund lacks of the whole, in parts: 0 where all of it is in classes. */
export function restOf({ parts, whole }: FundClasses): number {
  let rest = whole;
  for (const part of parts.values()) rest -= part;
  return rest;
}

function lotOf({ row, value, costBasis, acquired, shares }: HoldingsRow, maySell: boolean): Lot {
  return {
    row,
    value,
    maySell,
    ...(costBasis !== undefined && { basis: costBasis }),
    ...(acquired !== undefined && { acquired }),
    ...(shares !== undefined && { shares: exactly(shares) }),
  };
}
