import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

/** Says that a part of Keel's own page did not arrive, and lets the user try again. */
export function NotLoaded({ again }: { readonly again: () => void }): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="This screen did not load">
      <p className={layout.text}>Part of Keel could not be fetched. Check your connection. What you typed is kept.</p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={again}>
          Try again
        </Button>
      </div>
    </TroubleCard>
  );
}
