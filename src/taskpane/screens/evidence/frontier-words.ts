import type { FrontierPicture, PlacedMix } from "../../../operations";
import { count, percent, percentInColumn, whole } from "../../components/figures";
import { spanInWords } from "./evidence-words";
import type { Subject } from "./subject";

export const mixNames = { target: "Your targets", today: "Today", least: "Least risk" } as const;
export const lineName = "Most return for each risk";
export const riskTitle = "Risk: volatility a year";
export const meanTitle = "Mean return a year";

/** The mixes that are marked, the owner's first. */
export function markedMixes(picture: FrontierPicture): readonly {
  readonly name: string;
  readonly point: PlacedMix["point"];
}[] {
  const [least] = picture.line;
  return [
    { name: mixNames.target, point: picture.target.point },
    ...(picture.today ? [{ name: mixNames.today, point: picture.today.point }] : []),
    ...(least ? [{ name: mixNames.least, point: least }] : []),
  ];
}

/** `From January 2016 to December 2025, your targets would have returned 7.1% a year on average, give or take 4% by luck alone.` */
export function frontierHeadline({ mix, target }: FrontierPicture): string {
  const span = spanInWords(mix.series.dates, mix.series.columns[0]?.length ?? 0);
  const { returns, error } = target.point;
  return `${span.charAt(0).toUpperCase()}${span.slice(1)}, your targets would have returned ${percent(returns)} a year on average, give or take ${percent(error)} by luck alone.`;
}

/** How little the distance from the line says. */
export function howLittle({ target: { point, below } }: FrontierPicture): string {
  if (!below) {
    return "The past has no line beside your targets: with these returns, no mix has their risk and more return.";
  }
  const { returns, error } = below;
  if (returns < NOTHING)
    return `Your targets lie on the line: in hindsight, no mix had more return for ${percent(point.volatility)} of risk.`;
  const gap = `In hindsight, the best mix for your risk of ${percent(point.volatility)} a year would have returned ${percent(returns)} more, give or take ${percent(error)}.`;
  return returns < 2 * error
    ? `${gap} That is not told apart from luck: it is no reason to change your targets.`
    : `${gap} That is more than luck alone makes likely for one mix, but this one was picked afterwards, as the best of all.`;
}

const NOTHING = 0.00005;

/** What the line is, and how it was made. */
export const lineInWords =
  "The line is drawn knowing how each of them turned out; nobody knew then. The bars show one standard error of each mean: the true one lies outside about one time in three.";

/** Why the same targets grew by less: both figures stand on this screen. */
export const meanInWords =
  "A mean return is more than growth a year, which the other questions tell: a fall takes more away than an equal rise gives back.";

/** What is added so that there is only one line. */
export const ridgeInWords =
  "So that there is only one such line, a ten-billionth of the mean variance (a ridge) is added to each variance: far too little to be seen in these figures.";

/** That there is nothing to choose where all targets are for one thing, or stand for one. */
export function nothingToChoose({ mix }: FrontierPicture, { thing, assets }: Subject): string {
  const [name = ""] = mix.names;
  return assets.length > 1 && mix.source !== undefined
    ? `All your targets stand for US ${name.toLowerCase()}: there is no choice of a mix, and so no line, only its own risk and return.`
    : `With a single ${thing} there is no choice of a mix, and so no line: only its own risk and return.`;
}

/** What the picture shows, for those who can't see it. */
export function frontierInWords(picture: FrontierPicture): string {
  const marks = markedMixes(picture).map(
    ({ name, point }) =>
      `${name}: risk ${percent(point.volatility)}, return ${percent(point.returns)} give or take ${percent(point.error)}`,
  );
  const last = picture.line.at(-1);
  const end = last ? ` The line ends at risk ${percent(last.volatility)}, return ${percent(last.returns)}.` : "";
  return `Risk and return a year. ${marks.join("; ")}.${end} The table below has their weights.`;
}

/** The figures and weights of the marked mixes and of the line's end, a column each. */
export function frontierTable(picture: FrontierPicture): {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
} {
  const last = picture.line.at(-1);
  const mixes = [...markedMixes(picture), ...(last ? [{ name: "Most return", point: last }] : [])];
  const row = (label: string, figure: (point: PlacedMix["point"]) => number): { label: string; cells: string[] } => ({
    label,
    cells: mixes.map(({ point }) => percentInColumn(figure(point))),
  });
  return {
    heads: mixes.map(({ name }) => name),
    rows: [
      row("Risk a year", ({ volatility }) => volatility),
      row("Return a year", ({ returns }) => returns),
      row("Give or take", ({ error }) => error),
      ...picture.mix.names.map((name, asset) => row(`In ${name}`, ({ weights }) => weights[asset] ?? 0)),
    ],
  };
}

/** From which data, with what caveat. */
export function frontierSource({ mix }: FrontierPicture, isOwn: boolean): string {
  const { series, source } = mix;
  const periods = series.columns[0]?.length ?? 0;
  return isOwn
    ? `From your table Returns: ${count(periods, "period")}, ${whole(series.periodsPerYear)} a year.`
    : `US returns ${spanInWords(series.dates, periods)}. ${source ?? ""}.`;
}
