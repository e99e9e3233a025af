import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefCallback } from "react";
import { count, whole } from "./figures";
import { useLayout } from "./layout";

/** How many lines of a long list are drawn at first. */
const FIRST = 25;

/** A list of up to so many lines is drawn whole. */
export const FEW = FIRST * 2;

/** How many more are drawn each time that the owner asks for more. */
const STEP = 100;

/** What puts the lines of a long list in order: the most weighty first, and what those are called. */
interface Order<Item> {
  readonly weight: (item: Item) => number;
  /** Completes "the 25 …", as in "the 25 furthest from target". */
  readonly which: string;
}

interface FirstOfMany<Item> {
  /** The items to draw: all of a short list in its own order. */
  readonly shown: readonly Item[];
  /** For the element whose children are the lines, so that the first new line can take the focus. */
  readonly list: RefCallback<HTMLElement>;
  /** Says how many are not drawn, with the button for more; null where all are. Belongs after the list. */
  readonly rest: ReactElement | null;
}

/**
 * Draws the first lines of a list, and more on request: with thousands of lines a page stands still while it draws them.
 * `thing` names what the list is of, in the singular. Without an order the lines come as they are.
 */
export function useFirstOfMany<Item>(items: readonly Item[], thing: string, order?: Order<Item>): FirstOfMany<Item> {
  const [most, setMost] = useState(FIRST);
  const list = useRef<HTMLElement | null>(null);
  const firstNew = useRef<number>();
  const layout = useLayout();
  const weight = order?.weight;
  const many = items.length > FEW;
  const inOrder = useMemo(
    () => (many && weight ? [...items].sort((one, other) => weight(other) - weight(one)) : items),
    [items, many, weight],
  );
  const shown = many ? inOrder.slice(0, most) : items;
  const hidden = items.length - shown.length;

  // The button may be gone with the last lines, and whoever pressed it wants to read on where the new lines begin.
  useEffect(() => {
    const line = firstNew.current === undefined ? undefined : list.current?.children[firstNew.current];
    firstNew.current = undefined;
    if (!(line instanceof HTMLElement)) return;
    line.tabIndex = -1;
    line.focus();
  }, [most]);

  const more = (): void => {
    firstNew.current = shown.length;
    setMost(shown.length + STEP);
  };
  return {
    shown,
    list: (element) => {
      list.current = element;
    },
    rest:
      hidden === 0 ? null : (
        <>
          <p className={layout.small}>
            These are the {order ? `${whole(shown.length)} ${order.which}` : `first ${whole(shown.length)}`} of{" "}
            {count(items.length, thing)}; {whole(hidden)} more {hidden === 1 ? "is" : "are"} not shown.
          </p>
          <div className={layout.buttons}>
            <Button onClick={more}>Show {Math.min(STEP, hidden)} more</Button>
          </div>
        </>
      ),
  };
}
