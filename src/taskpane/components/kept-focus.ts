import { useEffect, useRef, type RefObject } from "react";

/** Goes to the heading of a screen, so that whoever can't see it hears where they are. */
export function focusOnHeading(screen: HTMLElement | null): void {
  const heading = screen?.querySelector<HTMLElement>("h2");
  heading?.setAttribute("tabindex", "-1");
  (heading ?? screen)?.focus();
}

/**
 * Keeps whoever uses the keyboard from losing their place: when the part of a screen that has the focus goes away, its
 * heading takes the focus. Elsewhere, in the sheet for one, the focus is left alone.
 */
export function useKeptFocus(screen: RefObject<HTMLElement>): void {
  const last = useRef<Element>();
  useEffect(() => {
    const within = screen.current;
    if (!within) return;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element) last.current = event.target;
    };
    const mind = new MutationObserver(() => {
      if (!last.current || last.current.isConnected) return;
      last.current = undefined;
      if (document.activeElement === document.body && document.hasFocus()) focusOnHeading(within);
    });
    within.addEventListener("focusin", remember);
    mind.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener("focusin", remember);
      mind.disconnect();
    };
  }, [screen]);
}
