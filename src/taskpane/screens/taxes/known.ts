import type { AccountKind } from "../../../engine";
import { readHoldingsTable } from "../../../ranges";
import { columnOf, decisionsOf, nameOf, type HouseholdSight, type List } from "../../../lists";
import { address, type Block } from "../../../sheets";
import type { SurveyState } from "../../standing/looks";
import { sumOfAccount, sumOfList, type ColumnNames } from "./balance-formulas";
import { inDollars } from "./entries";

/** An account of the workbook. */
export interface KnownAccount {
  readonly name: string;
  /** What it holds, in dollars. */
  readonly balance: number;
  /** What adds up to the balance from the list's own cells, as a formula without its `=`; undefined where none does. */
  readonly from: string | undefined;
  /** As typed; undefined where nothing says it. */
  readonly type: string | undefined;
  readonly kind: AccountKind | undefined;
}

/** What the workbook knows that questions about taxes ask for. */
export interface KnownToWorkbook {
  readonly accounts: readonly KnownAccount[];
  readonly list: List | undefined;
  /** The policy with its tax rates, as cells and as a formula refers to it. */
  readonly policy: { readonly cells: List["cells"]; readonly reference: string } | undefined;
}

export const NOTHING_KNOWN: KnownToWorkbook = { accounts: [], list: undefined, policy: undefined };

/** Reads what the workbook in sight knows. `names`: how the host reads names of columns in formulas. */
export function knownTo(survey: SurveyState, names: ColumnNames): KnownToWorkbook {
  if (survey.state !== "seen") return NOTHING_KNOWN;
  const { sight } = survey;
  if (sight.found === "household") return knownOfHousehold(sight, names);
  if (sight.found !== "list") return sight.found === "cells" ? { ...NOTHING_KNOWN, list: sight.list } : NOTHING_KNOWN;
  const { list, plan } = sight;
  const values = columnOf(list, list.columns.value).flat();
  const balance = values.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
  return {
    accounts: [
      { name: nameOf(list), balance, from: sumOfList(list, balance, names), type: undefined, kind: undefined },
    ],
    list,
    policy: plan && {
      cells: decisionsOf(plan).policy as List["cells"],
      reference: plan.sheet?.policyTable ?? address(plan.policyCells, true),
    },
  };
}

function knownOfHousehold({ list, plan }: HouseholdSight, names: ColumnNames): KnownToWorkbook {
  const { table } = list.household;
  // The survey leaves out what types accounts have.
  const read = readHoldingsTable(table.argument, list.cells, { headerRow: list.firstRow - 1, details: true });
  const { accounts, positions } = read.ok ? read.value : table;
  const known = accounts.map(({ name, type, kind }, account): KnownAccount => {
    const own = positions.filter((position) => position.account === account);
    const balance = inDollars(own.reduce((sum, { value }) => sum + value, 0));
    return { name, balance, from: sumOfAccount(list, name, balance, names), type, kind };
  });
  return {
    accounts: known.filter(({ balance }) => balance > 0),
    list,
    policy: plan && { cells: plan.policy as List["cells"], reference: plan.policyTable },
  };
}

/** A list as a formula refers to it, headings included. */
export function wholeList(list: { readonly table?: string; readonly block: Block }): string {
  return list.table === undefined ? address(list.block, true) : `${list.table}[#All]`;
}
