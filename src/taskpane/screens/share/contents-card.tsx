import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";

interface ContentsProps {
  readonly lines: readonly string[];
  /** How account numbers will be shown. */
  readonly masking: string;
}

/** What the adviser will see, before anything is made. */
export function Contents({ lines, masking }: ContentsProps): ReactElement {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-labelledby="keel-share-contents">
      <h3 className={layout.subheading} id="keel-share-contents">
        What your adviser sees
      </h3>
      <ul className={layout.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={layout.text}>{masking}</p>
    </section>
  );
}
