import { place } from "./place";

/** The regions of the page in the order in which F6 goes through them; where one is, and what in it takes the keyboard. */
interface Region {
  readonly element: HTMLElement;
  readonly enter: () => void;
}

/**
 * Lets the keyboard go from region to region, as in Excel: F6 from the bar to the grid to the pane and round again,
 * Shift+F6 the other way. The grid takes Tab and the arrows for itself, so without this nothing would lead out of it.
 */
export function followF6(enterGrid: () => void): void {
  const grid = place("grid");
  const pane = place("pane");
  const regions: readonly Region[] = [
    { element: place("bar"), enter: () => place("open").focus() },
    { element: grid, enter: enterGrid },
    { element: pane, enter: () => (pane.querySelector<HTMLElement>(mainInPane) ?? pane).focus() },
  ];
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      // A question must be answered first.
      if (document.querySelector("dialog[open], [role=dialog][aria-modal=true]")) return;
      event.preventDefault();
      event.stopPropagation();
      const { activeElement } = document;
      const inside = regions.findIndex(({ element }) => element.contains(activeElement));
      // The grid keeps what takes its keys outside its own place, and the page begins with no region focused: both are the grid.
      const from = inside < 0 ? regions.findIndex(({ element }) => element === grid) : inside;
      const to = (from + (event.shiftKey ? regions.length - 1 : 1)) % regions.length;
      regions[to]?.enter();
    },
    { capture: true },
  );
}

/** Where the keyboard begins in the pane: the tab of the screen that is shown. */
const mainInPane = "[aria-current=page]";
