import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";
import type { MoreFields } from "./class-columns";
import { pointHeadings, type MoreHeading, type TargetsDraft } from "./draft";

const useStyles = makeStyles({
  extras: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  class: { paddingTop: tokens.spacingVerticalS },
  name: { padding: 0, overflowWrap: "anywhere" },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
    columnGap: tokens.spacingHorizontalS,
    "& input": { minWidth: 0, width: "100%" },
  },
  band: {
    gridTemplateColumns: "minmax(0, 1fr) 6.5rem",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    "& > .fui-Field__label": { overflowWrap: "anywhere" },
  },
});

interface ClassExtrasProps {
  readonly names: readonly string[];
  readonly fields: MoreFields;
  readonly draft: TargetsDraft;
  readonly change: (part: Partial<TargetsDraft>) => void;
  /** What can't be read. */
  readonly trouble: string | undefined;
}

/** On request: a band for single classes, and how good a place each class has in each kind of account. */
export function ClassExtras({ names, fields, draft, change, trouble }: ClassExtrasProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const type = (name: string, heading: MoreHeading, text: string): void =>
    change({ more: { ...draft.more, [name]: { ...draft.more[name], [heading]: text } } });
  return (
    <div className={styles.extras}>
      <Checkbox
        label="Give single classes a band of their own"
        checked={draft.bands}
        onChange={(_, { checked }) => change({ bands: checked === true })}
      />
      {fields.Band && (
        <fieldset className={styles.group}>
          <legend className={layout.small}>Such as 3%, 20% relative or 5/25. Empty: the rule’s band.</legend>
          {names.map((name, row) => (
            <Field key={name} className={styles.band} label={name}>
              <Input
                className={layout.field}
                value={fields.Band?.[row] ?? ""}
                onChange={(_, { value }) => type(name, "Band", value)}
                aria-label={`Band of ${name}`}
                autoComplete="off"
              />
            </Field>
          ))}
        </fieldset>
      )}
      <Checkbox
        label="Say where each class is best placed"
        checked={draft.points}
        onChange={(_, { checked }) => change({ points: checked === true })}
      />
      {draft.points && (
        <>
          <p className={layout.small}>
            The higher the number, the better the place; only differences count. These are Keel’s usual ones, which
            follow common conventions.
          </p>
          {names.map((name, row) => (
            <fieldset key={name} className={styles.group}>
              <legend className={styles.name}>{name}</legend>
              <div className={styles.fields}>
                {pointHeadings.map((heading) => (
                  <Field key={heading} label={heading} size="small">
                    <Input
                      className={layout.field}
                      value={fields[heading]?.[row] ?? ""}
                      onChange={(_, { value }) => type(name, heading, value)}
                      aria-label={`${heading}, ${name}`}
                      inputMode="decimal"
                      autoComplete="off"
                    />
                  </Field>
                ))}
              </div>
            </fieldset>
          ))}
        </>
      )}
      {trouble !== undefined && (
        <p className={layout.text} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
