import { classTargetHeadings } from "./household-places";
import type { MoneyPatterns } from "./money-pattern";
import { address, type Block } from "./place";
import { columnReference, type Choices } from "./plan-formulas";

/** Where the targets by class stand: on the plan's sheet, where Keel writes them, or in cells of the owner's. */
export type ClassTargetsSource = WrittenTargets | OwnTargets;

/** Targets that Keel writes as a table of this name. */
export interface WrittenTargets {
  readonly table: string;
  /** Percents, 40 for 40 %. */
  readonly rows: readonly (readonly [assetClass: string, percent: number])[];
  /** What else is written of each class, in further columns. */
  readonly more?: readonly ClassColumn[];
  /** How many columns a table that is there has: more of its owner's, to the right, stay. */
  readonly width?: number;
  /** The heading of the column of bands, if there is one. */
  readonly band?: string;
}

/** A column beside classes and targets: a cell a class. */
export interface ClassColumn {
  readonly heading: string;
  readonly cells: readonly (number | string)[];
  /** What its cells are about: bands are texts, so that 5/25 is no day. */
  readonly says: "bands" | "points";
}

/** Targets in cells of the owner's. */
export interface OwnTargets {
  readonly classes: Block;
  readonly weights: Block;
  /** Bands of single classes, if a column says any. */
  readonly bands?: Block;
  /** Given if they are whole columns of a table: formulas then grow with it. */
  readonly columns?: {
    readonly table: string;
    readonly class: string;
    readonly weight: string;
    readonly band?: string;
  };
  /** Headings and rows, with all that they say of the classes. */
  readonly whole: { readonly block: Block };
}

/** Several accounts in one table of holdings, and their targets by class. */
export interface HouseholdSource {
  /** The table of holdings: its name, or its cells with their header row. */
  readonly holdings: { readonly table: string } | { readonly cells: Block };
  readonly targets: ClassTargetsSource;
  /** How the list shows money; dollars and cents if not given. */
  readonly money?: MoneyPatterns;
}

/** What formulas call the holdings, the classes and their targets. */
export interface HouseholdReferences {
  readonly holdings: string;
  readonly classes: string;
  readonly weights: string;
  readonly bands: readonly [] | readonly [string];
  /** The targets with their headings and all that they say, as PLAN takes them. */
  readonly targets: string;
}

/** Says what formulas call what a household's plan is about. */
export function referencesTo({ holdings, targets }: HouseholdSource, names: Choices["names"]): HouseholdReferences {
  const whole = "table" in holdings ? `${holdings.table}[#All]` : address(holdings.cells, true);
  if ("rows" in targets) {
    const [first, second] = classTargetHeadings;
    const band = targets.band === undefined ? undefined : columnReference(targets.table, targets.band, names);
    return {
      holdings: whole,
      classes: `${targets.table}[${first}]`,
      weights: `${targets.table}[${second}]`,
      bands: band === undefined ? [] : [band],
      targets: `${targets.table}[#All]`,
    };
  }
  const inTable = (heading: string | undefined): string | undefined =>
    targets.columns && heading !== undefined ? columnReference(targets.columns.table, heading, names) : undefined;
  const [classes, weights] = [inTable(targets.columns?.class), inTable(targets.columns?.weight)];
  const band = inTable(targets.columns?.band);
  // Either all grow with the table or none does: a new row must not make them unequal.
  return targets.columns && classes !== undefined && weights !== undefined && (band !== undefined || !targets.bands)
    ? {
        ...{ holdings: whole, classes, weights, bands: band === undefined ? [] : [band] },
        targets: `${targets.columns.table}[#All]`,
      }
    : {
        holdings: whole,
        classes: address(targets.classes, true),
        weights: address(targets.weights, true),
        bands: targets.bands ? [address(targets.bands, true)] : [],
        targets: address(targets.whole.block, true),
      };
}
