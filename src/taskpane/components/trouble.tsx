import type { ReactElement } from "react";
import { useLayout } from "./layout";

/** Why something was not done, read out at once; nothing where it was. */
export function Trouble({ words }: { readonly words: string | undefined }): ReactElement | null {
  const layout = useLayout();
  if (words === undefined) return null;
  return (
    <p className={layout.text} role="alert">
      {words}
    </p>
  );
}
