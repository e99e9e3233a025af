import type { Sheet } from "../sheets";
import { childrenOf, holds, type Element } from "./xml";

const otherView =
  "Sheets are shown from left to right, with headings, zeros and results: other views of a sheet are left out.";

/** How a sheet is looked at, as its part without its cells says: what stays in sight, lines and size. Says what is left out. */
export function viewOf(
  part: Element,
  leaveOut: (sentence: string) => void,
): Pick<Sheet, "frozen" | "gridlines" | "zoom"> {
  const view = childrenOf(childrenOf(part, "sheetViews")[0], "sheetView")[0];
  if (!view) return {};
  if (isOther(view)) leaveOut(otherView);
  const frozen = frozenOf(childrenOf(view, "pane")[0]);
  const zoom = zoomOf(view);
  const { showGridLines = "1" } = view.attributes;
  return {
    ...(frozen ? { frozen } : {}),
    ...(holds(showGridLines) ? {} : { gridlines: false }),
    ...(zoom === undefined ? {} : { zoom }),
  };
}

function frozenOf(pane: Element | undefined): Sheet["frozen"] {
  const { state, xSplit = "0", ySplit = "0" } = pane?.attributes ?? {};
  if (state !== "frozen" && state !== "frozenSplit") return undefined;
  return { rows: Math.round(Number(ySplit)), columns: Math.round(Number(xSplit)) };
}

/** In percent; undefined for 100 and for what no program shows. */
function zoomOf({ attributes }: Element): number | undefined {
  const percent = Number(attributes["zoomScale"] ?? 100);
  return Number.isInteger(percent) && percent >= 10 && percent <= 400 && percent !== 100 ? percent : undefined;
}

function isOther({ attributes }: Element): boolean {
  const { view = "normal", rightToLeft, showFormulas, showRowColHeaders = "1", showZeros = "1" } = attributes;
  return (
    view !== "normal" || holds(rightToLeft) || holds(showFormulas) || !holds(showRowColHeaders) || !holds(showZeros)
  );
}
