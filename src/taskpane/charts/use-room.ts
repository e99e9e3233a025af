import { useEffect, useState } from "react";

/** What a chart has to be drawn in. */
export interface Room {
  readonly width: number;
  /** The height of a place that doesn't grow with what is in it. */
  readonly limit?: number;
  readonly fontSize: number;
}

/** What a narrow pane has, until the place has been measured. */
const UNMEASURED: Room = { width: 272, fontSize: 12 };

/** Follows the size of a place and the reader's text size; the chart's text is three quarters of a page's. */
export function useRoom(place: { readonly current: HTMLElement | null }): Room {
  const [room, setRoom] = useState(UNMEASURED);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver !== "function") return undefined;
    const measure = (): void => {
      const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75;
      const [width, height] = [element.clientWidth, element.clientHeight];
      const fontSize = size > 0 ? size : UNMEASURED.fontSize;
      const drawn = Number(element.firstElementChild?.getAttribute("height"));
      if (width === 0) return;
      setRoom((old) => {
        // An element as high as the drawing inside it most likely takes its height from it. That is no limit: taken for
        // one, it would keep the chart from ever growing again.
        const limit = height === 0 || Math.abs(height - drawn) <= 1 ? old.limit : height;
        if (old.width === width && old.fontSize === fontSize && old.limit === limit) return old;
        return { width, fontSize, ...(limit === undefined ? {} : { limit }) };
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [place]);
  return room;
}
