import type { ReactElement } from "react";
import { TryAgain } from "./try-again";

/** Says that a part of Keel's own page did not arrive, and lets the user try again. */
export function NotLoaded({ again }: { readonly again: () => void }): ReactElement {
  return (
    <TryAgain
      title="This screen did not load"
      message="Part of Keel could not be fetched. Check your connection. What you typed is kept."
      again={again}
    />
  );
}
