import { useCallback, useEffect, useState } from "react";
import { Home } from "./home/home";
import type { ScreenName, Show } from "./screen";

export type Found =
  | { readonly state: "there"; readonly Show: Show }
  | { readonly state: "loading" }
  /** The file with the other screens did not arrive. */
  | { readonly state: "failed"; readonly again: () => void };

type Loading =
  { readonly state: "loading" | "failed" } | { readonly state: "there"; readonly lazyScreens: LazyScreens };
type LazyScreens = Readonly<Record<Exclude<ScreenName, "home">, Show>>;

/** Finds what is drawn for a screen. The screens but Home begin to load as soon as the pane is drawn. */
export function useScreen(name: ScreenName): Found {
  const [loading, setLoading] = useState<Loading>({ state: "loading" });
  const load = useCallback(() => {
    import(/* webpackChunkName: "screens" */ "./lazy-screens").then(
      ({ lazyScreens }) => setLoading({ state: "there", lazyScreens }),
      () => setLoading({ state: "failed" }),
    );
  }, []);
  useEffect(load, [load]);
  const again = (): void => {
    setLoading({ state: "loading" });
    load();
  };

  if (name === "home") return { state: "there", Show: Home };
  if (loading.state === "there") return { state: "there", Show: loading.lazyScreens[name] };
  return loading.state === "failed" ? { state: "failed", again } : { state: "loading" };
}
