import type { ReactElement } from "react";
import { KeelMark } from "./icons";
import { useLayout } from "./layout";

/** Keel's mark and name, as the page's heading. */
export function Brand(): ReactElement {
  const layout = useLayout();
  return (
    <div className={layout.brand}>
      <span className={layout.mark}>
        <KeelMark />
      </span>
      <h1 className={layout.name}>Keel</h1>
    </div>
  );
}
