import type { Policy } from "../../../engine";
import { isoDay, readPolicy, settingRows, type Cells, type Clause } from "../../../ranges";
import { isSettingLabel, settingLabels, type PolicyRow, type SettingLabel } from "../../../sheets";
import { typedDollars } from "../../components/figures";

/** The owner's answers to the questions about the rule, as they stand in the fields: policy words, "" for none. */
export interface RuleAnswers {
  readonly look: string;
  readonly band: string;
  readonly trigger: string;
  readonly destination: string;
  readonly sells: string;
  /** Dollars, or a percent of the total with its sign. */
  readonly minimum: string;
  /** An ISO date. */
  readonly lastLook: string;
}

export const usualAnswers: RuleAnswers = {
  look: "annual",
  band: "5/25",
  trigger: "and",
  destination: "to target",
  sells: "allowed",
  minimum: "",
  lastLook: "",
};

/** The rows of the Policy table that the answers mean. What has no effect is left blank. */
export function settingsOf(answers: RuleAnswers): readonly PolicyRow[] {
  const { look, band, trigger, destination, sells, minimum, lastLook } = answers;
  return [
    ["Look", look],
    ["Band", band],
    ["Trigger", look !== "" && band !== "" ? trigger : ""],
    ["Destination", band === "" ? "" : destination],
    ["Sells", sells],
    ["Minimum trade", minimumWords(minimum)],
    ["Last look", lastLook],
  ];
}

/** What was typed for the smallest trade, as a policy says it: `100` is dollars. What can't be read stays as it is. */
function minimumWords(typed: string): string {
  const text = typed.trim();
  const amount = typedDollars(text);
  if (text === "" || amount === 0) return "";
  return amount === undefined ? text : `$${amount}`;
}

/** The policy as formulas take it from the table: a row a setting. */
export function policyCells(settings: readonly PolicyRow[]): Cells {
  return settings.map((setting) => [...setting]);
}

/**
 * Writes a policy text as the rows of a Policy table, which say exactly the same to Keel's functions; undefined if it
 * can't be read. Settings that the text leaves out have no row.
 */
export function settingsOfText(text: string): readonly PolicyRow[] | undefined {
  const read = readPolicy([[text]]);
  if (!read.ok) return undefined;
  const settings = read.value.clauses.flatMap(rowsOf);
  return settings.every(([label]) => isSettingLabel(label)) ? settings : undefined;
}

function rowsOf(clause: Clause): readonly PolicyRow[] {
  const labels = settingRows(clause.settings)
    .filter(({ given }) => given)
    .map(({ setting }) => setting)
    .filter(isSettingLabel);
  const [label] = labels;
  if (labels.length === 1 && label) return [[label, valueFor(label, clause)]];
  // A calendar and a band in one clause, in either order.
  const [, left = "", trigger = "", right = ""] = /^(.+) (and|or) (.+)$/i.exec(clause.text) ?? [];
  const first = readPolicy([[left]]);
  const [look, band] = first.ok && first.value.policy.look ? [left, right] : [right, left];
  return [
    ["Look", look],
    ["Band", band],
    ["Trigger", trigger.toLowerCase()],
  ];
}

/** A clause without the word that its label says already. */
function valueFor(label: SettingLabel, { text, settings }: Clause): string {
  switch (label) {
    case "Sells":
      return settings.sells === "none" ? "no sells" : "allowed";
    case "Minimum trade":
    case "Cash buffer":
      // Digits alone could be a share in a cell: these keep their word.
      return text.replace(/^(?:keep|min(?:imum)?(?: trade)?) (?=\$|.*%$)/i, "");
    case "Relocate":
      return "yes";
    case "Last look":
    case "Cost":
    case "Fee":
    case "Income tax rate":
    case "Gains tax rate":
    case "Gains":
    case "Unassigned":
      return text.replace(/^(?:last|cost|fee|income|gains rate|gains|unassigned) /i, "");
    default:
      return text;
  }
}

/** Says the rows of a Policy table, or a single cell of policy, as a policy text. What can't be read is said as it stands. */
export function textOfPolicy(policy: Cells): string {
  const read = readPolicy(policy);
  if (!read.ok) {
    return policy
      .map((row) => row.filter((cell) => cell !== "").join(" "))
      .filter((row) => row !== "")
      .join("; ");
  }
  const { clauses } = read.value;
  const only = (setting: keyof Clause["settings"]): Clause | undefined =>
    clauses.find(({ settings }) => setting in settings && Object.keys(settings).length === 1);
  const [look, band, trigger] = [only("look"), only("band"), only("trigger")];
  const joined = look && band && trigger ? [`${look.text} ${trigger.text} ${band.text}`] : undefined;
  // On its own, what joins a calendar and a band says nothing.
  const rest = clauses.filter(
    (clause) => clause !== trigger && !(joined !== undefined && (clause === look || clause === band)),
  );
  return [...(joined ?? []), ...rest.map(({ text }) => text)].join("; ");
}

/** Reads a policy as answers to the questions; undefined if they can't say the same. */
export function answersOf(policy: Cells, offered: Offered): RuleAnswers | undefined {
  const meant = meaningOf(policy);
  if (!meant) return undefined;
  const choose = (label: SettingLabel, choices: readonly string[]): string | undefined =>
    choices.find((choice) => meaningOf([[label, choice]])?.words.get(label) === meant.words.get(label));
  const look = choose("Look", offered.looks);
  const band = choose("Band", offered.bands);
  const destination = choose("Destination", offered.destinations);
  if (look === undefined || band === undefined || destination === undefined) return undefined;
  const answers: RuleAnswers = {
    look,
    band,
    trigger: choose("Trigger", ["and", "or"]) ?? usualAnswers.trigger,
    destination,
    sells: choose("Sells", ["allowed", "no sells"]) ?? usualAnswers.sells,
    minimum: minimumTyped(meant.policy),
    lastLook: dayTyped(meant.policy),
  };
  // What no question asks for would be lost.
  return sameRule(policy, policyCells(settingsOf(answers))) ? answers : undefined;
}

/** The words that each question offers. */
export interface Offered {
  readonly looks: readonly string[];
  readonly bands: readonly string[];
  readonly destinations: readonly string[];
}

/** What a policy means: the record of it, and each setting in words, which are the same where the meaning is. */
interface Meaning {
  readonly policy: Policy;
  readonly words: ReadonlyMap<string, string>;
}

/** Undefined if a policy can't be read. */
function meaningOf(policy: Cells): Meaning | undefined {
  const read = readPolicy(policy);
  if (!read.ok) return undefined;
  const rows = settingRows(read.value.policy);
  return { policy: read.value.policy, words: new Map(rows.map(({ setting, value }) => [setting, value])) };
}

/** Whether two policies mean the same to every function. What has no effect, as a trigger without a band, makes no difference. */
export function sameRule(one: Cells, other: Cells): boolean {
  const [first, second] = [meaningOf(one), meaningOf(other)];
  if (!first || !second) return false;
  const idle = ({ policy: { look, band } }: Meaning): readonly SettingLabel[] => [
    ...(look && band ? [] : (["Trigger"] as const)),
    ...(band ? [] : (["Destination"] as const)),
  ];
  const silent = new Set<string>([...idle(first), ...idle(second)]);
  return [...first.words].every(([setting, words]) => silent.has(setting) || second.words.get(setting) === words);
}

/** When a policy says that its owner last looked, as an ISO date; "" if it doesn't. */
export function lastLookIn(policy: Cells): string {
  return dayTyped(meaningOf(policy)?.policy);
}

/** The smallest trade as it would be typed: `1,000` or `12.50` dollars, `0.5%` of the total. */
function minimumTyped({ minimumTrade }: Policy): string {
  if (minimumTrade === undefined) return "";
  if ("share" in minimumTrade) return `${minimumTrade.share.times(100).toString()}%`;
  const cents: number = minimumTrade.amount;
  const decimals = cents % 100 === 0 ? 0 : 2;
  return (cents / 100).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function dayTyped(policy: Policy | undefined): string {
  return policy?.lastLook === undefined ? "" : isoDay(policy.lastLook);
}

/** Puts settings in the table's order: those that every plan has, then the others that are given. */
export function inOrder(settings: readonly PolicyRow[]): readonly PolicyRow[] {
  const standard = settingLabels.map((label): PolicyRow => [
    label,
    settings.find(([name]) => name === label)?.[1] ?? "",
  ]);
  return [...standard, ...settings.filter(([label]) => !settingLabels.includes(label))];
}
