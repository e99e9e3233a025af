import {
  dollarPatterns,
  layoutOf,
  localAddress,
  planPlaces,
  planSheet,
  settingLabels,
  type Block,
  type Description,
  type MoneyPatterns,
  type PlanLayout,
  type PlanPlaces,
  type PolicyRow,
} from "../../../sheets";
import { isSettingLabel } from "../../../ranges";
import type { Workbook } from "../../../workbook";
import { WorkbookFailure } from "../../../workbook";
import { freeTableName, nameOf, sourceOf, type Plan, type Proposal } from "../../../lists";
import { figuresOf, formatLines, formatSteps, type OwnFormats } from "./own-formats";

/** The sheet that is proposed for a plan. */
export const usualSheet = "Keel plan";
/** The sheet that is proposed for a household's trades. */
export const usualTradesSheet = "Keel trades";

/** What is written besides the list: the owner's decisions, and how this workbook takes formulas. */
export interface Wish {
  readonly sheet: string;
  readonly settings: readonly PolicyRow[];
  /** Dollars. */
  readonly cash: number;
  /** How the list shows money; dollars and cents if not given. */
  readonly money?: MoneyPatterns;
  /** The number formats of the list's own figures, as far as they are known. */
  readonly formats?: OwnFormats | undefined;
  readonly namespace: string;
  readonly host: Workbook["host"]["name"];
  /** Names that a new table can't have. */
  readonly taken: readonly string[];
}

/** All that a press of Insert writes, as one step. */
export interface Writing {
  readonly description: Description;
  readonly places: PlanPlaces;
  /** A new plan, an earlier one written anew, or only the settings of one that its owner has rearranged. */
  readonly kind: "new" | "anew" | "settings";
  /** Whether targets of the owner's own are changed. */
  readonly rewritten: boolean;
  /** What was written where, a line each. */
  readonly lines: readonly string[];
}

/** Describes the changes to the list and the plan over it, on a sheet of its own or where it stands already. */
export function writingFor(
  proposal: Proposal,
  wish: Wish,
  plan: Plan["sheet"] | undefined,
  settingsThere: Plan["policy"],
): Writing {
  const height = proposal.list.height;
  const layout = plan && layoutOf(plan.places);
  if (plan && (layout === undefined || !standsAsWritten(plan.places, layout, settingsThere, wish.settings))) {
    return settingsOnly(proposal, wish, plan, settingsThere);
  }
  const sheet = plan ? plan.places.policy.sheet : wish.sheet;
  const policyTable = plan?.policyTable ?? freeTableName("Policy", [...wish.taken, sheet, proposal.list.table ?? ""]);
  const settings = plan ? withRowsThere(wish.settings, settingsThere) : wish.settings;
  const written = planSheet(
    { ...sourceOf(proposal.list), ...(wish.money ? { money: wish.money } : {}) },
    {
      sheet,
      policyTable,
      settings,
      ...(layout === undefined ? {} : { layout }),
      cash: wish.cash,
      namespace: wish.namespace,
      // The workbench's grid reads plain column names only.
      names: wish.host === "workbench" ? "plain" : "all",
      listName: `${nameOf(proposal.list)} on sheet ${proposal.list.block.sheet}`,
    },
  );
  const places = planPlaces(sheet, height, settings.length, layout);
  const grown = plan !== undefined && plan.places.policy.height !== places.policy.height;
  const steps = written.steps.map((step) =>
    grown && step.do === "add table" ? ({ ...step, do: "resize table" } as const) : step,
  );
  const isSheet = (step: Description["steps"][number]): boolean => step.do === "add sheet";
  return {
    description: {
      title: written.title,
      // The sheet comes first, so that it goes last when all is taken back: what stands on other sheets needs a sheet in sight.
      steps: [...steps.filter(isSheet), ...listSteps(proposal, wish), ...steps.filter((step) => !isSheet(step))],
    },
    places,
    kind: plan ? "anew" : "new",
    rewritten: proposal.targets.fate === "rewritten",
    lines: [
      ...listLines(proposal, wish),
      `Sheet ${sheet}: whether to act, drift, band, status and trade of each fund, and a chart`,
      `Table ${policyTable} in ${localAddress(places.policy)} there: your rule, to change at any time`,
      `Cell ${localAddress(places.cash)} there: your cash to invest`,
    ],
  };
}

/** What happens to the list itself, a line each. */
function listLines({ list, targets, newTable }: Proposal, wish: Wish): readonly string[] {
  const { sheet } = list.block;
  const words = { rewritten: "your new targets", "filled in": "your targets", added: "a new column with your targets" };
  return [
    ...(targets.fate === "kept" ? [] : [`${localAddress(targets.cells)} on sheet ${sheet}: ${words[targets.fate]}`]),
    ...(newTable ? [`${localAddress(newTable.block)} on sheet ${sheet}: becomes table ${newTable.name}`] : []),
    ...formatLines(figuresOf(list, wish.money ?? dollarPatterns), wish.formats),
  ];
}

/** What is done to the list itself. A number format that its owner has given stays, also under new targets. */
function listSteps({ list, steps }: Proposal, { money = dollarPatterns, formats }: Wish): Description["steps"] {
  if (!formats) return steps;
  return [...steps.filter((step) => step.do !== "format numbers"), ...formatSteps(figuresOf(list, money), formats)];
}

/** Whether a plan stands where Keel wrote it, in rows and columns that can be written over. */
function standsAsWritten(
  { policy, columns }: PlanPlaces,
  layout: PlanLayout,
  there: Plan["policy"],
  settings: readonly PolicyRow[],
): boolean {
  const usual = planPlaces(policy.sheet, columns.fund.height, settingLabels.length, layout);
  const same = (one: Block, other: Block): boolean => one.row === other.row && one.column === other.column;
  return (
    same(policy, usual.policy) &&
    same(columns.drift, usual.columns.drift) &&
    there.length <= withRowsThere(settings, there).length
  );
}

/** Settings with a row for each that the table has already, so that it never shrinks. */
export function withRowsThere(settings: readonly PolicyRow[], there: Plan["policy"]): readonly PolicyRow[] {
  const more = there.flatMap(([label]): PolicyRow[] =>
    typeof label === "string" &&
    isSettingLabel(label) &&
    !settingLabels.includes(label) &&
    !settings.some(([name]) => name === label)
      ? [[label, ""]]
      : [],
  );
  return [...settings, ...more];
}

/** Writes the decisions alone, into the cells where the owner has them now. */
function settingsOnly(
  proposal: Proposal,
  wish: Wish,
  { places, policyTable }: NonNullable<Plan["sheet"]>,
  there: Plan["policy"],
): Writing {
  const { policy, cash } = places;
  return {
    description: {
      title: `Change the plan on sheet ${policy.sheet}`,
      steps: [
        ...listSteps(proposal, wish),
        ...changedSettings(wish.settings, there, policy, policyTable),
        { do: "write values", block: cash, values: [[wish.cash]] },
        { do: "select", block: places.act },
      ],
    },
    places,
    kind: "settings",
    rewritten: proposal.targets.fate === "rewritten",
    lines: [
      ...listLines(proposal, wish),
      `${localAddress(policy)} on sheet ${policy.sheet}: your rule`,
      `Cell ${localAddress(cash)} there: your cash to invest`,
    ],
  };
}

/** Writes the rule alone into a Policy table as its owner has arranged it. */
export function changedSettings(
  settings: readonly PolicyRow[],
  there: Plan["policy"],
  policy: Block,
  policyTable: string,
): Description["steps"] {
  const cell = (row: number, column: number): Block => ({
    sheet: policy.sheet,
    row: policy.row + row,
    column: policy.column + column,
    height: 1,
    width: 1,
  });
  const sameLabel = (one: unknown, label: string): boolean =>
    typeof one === "string" && one.trim().toLowerCase() === label.toLowerCase();
  // What is left out of the settings is Keel's default: its cell is emptied.
  const rows = there.map(([label], row): Description["steps"][number] => ({
    do: "write values",
    block: cell(row + 1, 1),
    values: [[settings.find(([name]) => sameLabel(label, name))?.[1] ?? ""]],
  }));
  const lacking = settings.filter(([label, value]) => value !== "" && !there.some(([one]) => sameLabel(one, label)));
  const lackingRows = { ...cell(there.length + 1, 0), height: lacking.length, width: 2 };
  return [
    { do: "format numbers", block: { ...cell(1, 1), height: there.length + lacking.length }, format: "@" },
    ...rows,
    ...(lacking.length === 0
      ? []
      : ([
          { do: "write values", block: lackingRows, values: lacking.map((setting) => [...setting]) },
          { do: "resize table", name: policyTable, block: { ...policy, height: policy.height + lacking.length } },
        ] as const)),
  ];
}

/** Why a sheet can't be called so; undefined if it can. */
export function sheetNameTrouble(name: string): string | undefined {
  if (name.trim() === "") return "Type a name for the sheet.";
  if (name.length > 31) return "A sheet’s name can have at most 31 characters.";
  if (/[\\/?*[\]:]/.test(name)) return "A sheet’s name can’t have \\ / ? * [ ] or :";
  if (/^'|'$/.test(name)) return "A sheet’s name can’t begin or end with an apostrophe.";
  return name.toLowerCase() === "history" ? "Excel keeps the name History for itself." : undefined;
}

/** The first of `Keel plan`, `Keel plan 2` … whose cells are free; a sheet that is not there yet has no cells. */
export async function freeSheet(
  workbook: Workbook,
  blockOn: (sheet: string) => Block,
  usual = usualSheet,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? usual : `${usual} ${number}`;
    if (number > TRIES || !(await isFilled(workbook, blockOn(name)))) return name;
  }
}

const TRIES = 20;

async function isFilled(workbook: Workbook, all: Block): Promise<boolean> {
  try {
    const { values, formulas } = await workbook.read(all);
    return [...values, ...formulas].some((row) => row.some((cell) => cell !== ""));
  } catch (failure) {
    if (failure instanceof WorkbookFailure && (failure.reason === "lost" || failure.reason === "refused")) return false;
    throw failure;
  }
}
