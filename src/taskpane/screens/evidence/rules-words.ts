import type { Policy } from "../../../engine";
import type { RuleOutcome, RulesPicture } from "../../../operations";
import { writePolicy } from "../../../ranges";
import { count, dollarsInShort, inWords, percent, percentInColumn, whole } from "../../components/figures";
import { spanInWords } from "./evidence-words";
import { everyInWords } from "./looks-words";

/** The heading of a column of the grid: `Every month`. */
export function lookHeading({ look }: Policy): string {
  return look ? capital(everyInWords(look)) : "Any day";
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What a band of the grid is called: `No band`, `5 points`, `5/25`, `20%, halfway`. */
export function bandInWords({ band, destination }: Policy): string {
  if (!band) return "No band";
  switch (band.kind) {
    case "points":
      return count(band.width.times(100).toNumber(), "point");
    case "relative":
      return destination?.kind === "halfway"
        ? `${percent(band.share.toNumber())}, halfway`
        : percent(band.share.toNumber());
    default:
      return writePolicy({ band });
  }
}

/** What a rule of the grid is called: `Every year, 5 points`. */
export function ruleName({ policy }: RuleOutcome): string {
  return `${lookHeading(policy)}, ${bandInWords(policy).toLowerCase()}`;
}

export const ownRule = "Your rule";

/** `15 times`, `once`, `never`. */
function timesInWords(number: number): string {
  return number === 0 ? "never" : number === 1 ? "once" : `${whole(number)} times`;
}

/** The same where there is little room: `1,199×`. */
export function timesInColumn(number: number): string {
  return `${whole(number)}×`;
}

/** What isn't asked where all the money is in one asset. */
export function oneAssetInWords({ mix }: RulesPicture, isOwn: boolean): string {
  const [name = "one asset"] = mix.names;
  return isOwn
    ? `All your targets are for ${name}: one thing alone can’t drift, so every rule comes to the same.`
    : `All your targets stand for US ${name.toLowerCase()}: one thing alone can’t drift, so every rule comes to the same. With a table named Returns, a column for each fund, the rules can be told apart.`;
}

/** `From January 1926 to December 2025, your rule would have rebalanced 15 times, with 2.6% of your money out of place on average.` */
export function rulesHeadline({ mix, own }: RulesPicture): string {
  const span = capital(spanInWords(mix.series.dates, mix.series.columns[0]?.length ?? 0));
  const { rebalances } = own.statistics;
  return `${span}, your rule would ${rebalances === 0 ? "never have rebalanced" : `have rebalanced ${timesInWords(rebalances)}`}, with ${percent(own.drift)} of your money out of place on average.`;
}

/** What the owner's rule is held against: `Looking every month with the same band would have meant rebalancing 28 times, with 2.1% out of place.` */
export function besideInWords({ own, beside }: RulesPicture): string {
  if (!beside) return "";
  const { by, rule } = beside;
  const came = `${timesInWords(rule.statistics.rebalances)}, with ${percent(rule.drift)} out of place`;
  if (by === "drift") return `Of the rules below, “${ruleName(rule)}” comes nearest to it: ${came}.`;
  const look = rule.policy.look ? everyInWords(rule.policy.look) : "any day";
  return own.policy.band
    ? `Looking ${look} with the same band would have meant rebalancing ${came}.`
    : `Doing so ${look} would have meant rebalancing ${came}.`;
}

/** What the rules have in common. */
export function rulesSpanInWords({ span: { maxDrawdown, growth } }: RulesPicture): string {
  const [deepest, flattest] = maxDrawdown;
  const falls = `Over all these rules, the deepest fall lies between ${percent(-flattest)} and ${percent(-deepest)}`;
  return growth ? `${falls}, and growth between ${percent(growth[0])} and ${percent(growth[1])} a year.` : `${falls}.`;
}

/** What is left out of the picture, and why. */
export function leftOutInWords({ own, never, grid }: RulesPicture): string {
  const still = grid.flat().filter(({ statistics }) => statistics.rebalances === 0);
  const names = [
    ...(own.statistics.rebalances === 0 ? ["your rule"] : []),
    ...still.map((rule) => `“${ruleName(rule)}”`),
  ];
  const outside = `Never rebalancing is not in the picture: it would have left ${percent(never.drift)} of your money out of place on average, with a deepest fall of ${percent(-never.statistics.maxDrawdown)}.`;
  return names.length === 0
    ? outside
    : `${outside} Nor ${names.length === 1 ? "is" : "are"} ${inWords(names, MOST_NAMED)}, which would never have rebalanced.`;
}

const MOST_NAMED = 3;

/** Whose costs and settings count for the others. */
export function othersInWords({ own: { policy } }: RulesPicture): string {
  const { cost, fee, minimumTrade, sells } = policy;
  const costs =
    cost === undefined && fee === undefined
      ? "Your rule names no trading cost, so none is counted for any of them."
      : "All of them pay the costs that your rule names.";
  return minimumTrade === undefined && sells !== "none"
    ? costs
    : `${costs} What else your rule says, such as ${minimumTrade === undefined ? "to sell nothing" : "its minimum trade"}, counts for it alone.`;
}

/** The picture for those who can't see it. */
export function rulesInWords(picture: RulesPicture): string {
  const { own, grid } = picture;
  const all = [own, ...grid.flat()];
  const [least, most] = [
    Math.min(...all.map(({ statistics }) => statistics.rebalances)),
    Math.max(...all.map(({ statistics }) => statistics.rebalances)),
  ];
  return `${count(all.length, "rule")} by how often each rebalances and how much money is out of place. The least rebalances ${timesInWords(least)}, the most ${timesInWords(most)}; yours ${timesInWords(own.statistics.rebalances)}, with ${percent(own.drift)} out of place. The table below has the figures.`;
}

/** The axes of the picture. */
export const axes = {
  title: "Further left: fewer trades. Further down: nearer to your targets",
  across: "Rebalanced once in …",
  up: "Money out of place on average",
} as const;

/** Where the picture says how often that is: by how many times a year. */
export const oftenTicks: readonly { readonly at: number; readonly text: string }[] = [
  { at: 1 / 50, text: "50 years" },
  { at: 1 / 20, text: "20 years" },
  { at: 1 / 10, text: "10 years" },
  { at: 1 / 5, text: "5 years" },
  { at: 1 / 2, text: "2 years" },
  { at: 1, text: "year" },
  { at: 4, text: "quarter" },
  { at: 12, text: "month" },
  { at: 52, text: "week" },
  { at: 252, text: "day" },
];

/** The figures of rules, side by side. */
export function outcomeFigures(rules: readonly RuleOutcome[]): readonly {
  readonly label: string;
  readonly figures: readonly string[];
}[] {
  const rate = (figure: number | undefined): string => (figure === undefined ? "–" : percentInColumn(figure));
  const row = (
    label: string,
    say: (rule: RuleOutcome) => string,
  ): { readonly label: string; readonly figures: readonly string[] } => ({ label, figures: rules.map(say) });
  const hasCost = rules.some(({ policy }) => policy.cost !== undefined || policy.fee !== undefined);
  return [
    row("Rebalances", ({ statistics }) => whole(statistics.rebalances)),
    row("Out of place on average", ({ drift }) => rate(drift)),
    row("Moved a year", ({ statistics }) => rate(statistics.turnover)),
    row("Deepest fall", ({ statistics }) => rate(statistics.maxDrawdown)),
    row("Growth a year", ({ statistics }) => rate(statistics.growth)),
    row("Volatility a year", ({ statistics }) => rate(statistics.volatility)),
    row("Worst year", ({ statistics }) => rate(statistics.worstYear)),
    row("At the end", ({ statistics }) => dollarsInShort(statistics.finalValue)),
    ...(hasCost ? [row("Costs", ({ statistics }) => dollarsInShort(statistics.costs))] : []),
  ];
}

export const explained =
  "Above: how often it would have rebalanced. Below: how much of your money would have been out of place on average, which is the share that lies elsewhere than your targets say. Press a rule to see its figures beside yours.";
export const noAdvice = "No rule is right for everyone. This is what would have happened, and promises nothing.";
export const useExplained = "Using it opens Set up with this rule chosen; nothing is written before you have seen it.";
