import { ADVISER_ROW, adviserChartWidth, masked, type AdviserFacts, type AdviserHolding } from "../../../sheets";
import { barDrawing, barPicture } from "../../charts/bar-picture";
import type { BarChartData } from "../../charts/bar-layout";
import { percentInColumn } from "../../components/figures";

/** More groups of bars than this don't fit beside the figures on a page. */
const MOST = 10;

/** What the chart of an adviser copy shows: each holding's weight and target, or those furthest from their targets. */
export function adviserChart(facts: AdviserFacts): BarChartData & { readonly words: string } {
  const total = facts.holdings.reduce((sum, { value }) => sum + value, 0);
  const weight = ({ value }: AdviserHolding): number => value / total;
  const byDrift = [...facts.holdings].sort(
    (one, other) => Math.abs(weight(other) - other.target) - Math.abs(weight(one) - one.target),
  );
  const chosen = new Set(byDrift.slice(0, MOST));
  const shown = facts.holdings.filter((holding) => chosen.has(holding));
  const named = new Set(shown.map(({ fund }) => fund)).size === shown.length;
  const categories = shown.map(({ account, fund }) =>
    masked(named || account === undefined || account === "" ? fund : `${fund}, ${account}`),
  );
  const all = shown.length === facts.holdings.length;
  const title = all ? "Weights and targets" : `Weights and targets of the ${MOST} holdings furthest from target`;
  const said = shown.map(
    (holding, index) =>
      `${categories[index] ?? ""} ${percentInColumn(weight(holding))}, target ${percentInColumn(holding.target)}`,
  );
  return {
    title,
    words: `${title}. ${said.join("; ")}.`,
    categories,
    series: [
      { name: "Now", values: shown.map(weight) },
      { name: "Target", values: shown.map(({ target }) => target) },
    ],
    format: percentInColumn,
  };
}

/** Draws the chart into the facts, in a size that fills whole rows of the copy. */
export async function withChart(facts: AdviserFacts): Promise<AdviserFacts> {
  const { title, words, ...bars } = adviserChart(facts);
  // The copy has the title in a cell, so that it looks like the others.
  const data = { ...bars, title: "" };
  const width = adviserChartWidth(facts);
  const natural = barDrawing(data, { width, height: 0 });
  const height = Math.ceil(natural.height / ADVISER_ROW) * ADVISER_ROW;
  const { png } = await barPicture(data, { width, height });
  return { ...facts, chart: { png, width, height, title, words } };
}
