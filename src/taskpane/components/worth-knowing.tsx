import type { ReactElement } from "react";
import { useLayout } from "./layout";

/** A card with what is worth knowing, a line each; nothing where there is nothing to say. */
export function WorthKnowing({ notes }: { readonly notes: readonly string[] }): ReactElement | null {
  const layout = useLayout();
  if (notes.length === 0) return null;
  return (
    <section className={layout.card} aria-label="Worth knowing">
      <h3 className={layout.subheading}>Worth knowing</h3>
      <ul className={layout.list}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
