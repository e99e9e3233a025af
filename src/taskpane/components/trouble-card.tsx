import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { QuestionIcon } from "./icons";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  icon: { display: "flex", flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

interface TroubleCardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A card that says why there is no answer and what to do. */
export function TroubleCard({ title, children }: TroubleCardProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <section className={layout.card} aria-label={title}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <QuestionIcon />
        </span>
        <h2 className={layout.heading}>{title}</h2>
      </div>
      {children}
    </section>
  );
}
