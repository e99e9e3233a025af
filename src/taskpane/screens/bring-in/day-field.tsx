import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Choices, Found } from "../../../lists";
import { isoDay, parseDay } from "../../../ranges";
import { useLayout } from "../../components/layout";
import type { BringIn } from "./state";

interface DayFieldProps {
  readonly found: Found;
  readonly today: number;
  readonly choices: Choices;
  readonly change: (next: (old: BringIn) => BringIn) => void;
}

/** Of which day the figures are: what the sources say, to be changed; it is written beside each holding. */
export function DayField({ found, today, choices, change }: DayFieldProps): ReactElement {
  const layout = useLayout();
  const unsaid = found.asOf === undefined;
  const days = found.sources.flatMap((read) => ("table" in read && read.asOf !== undefined ? [read.asOf] : []));
  const several = choices.asOf === undefined && new Set(days).size > 1;
  const set = (text: string): void => {
    const day = parseDay(text);
    change((old) => ({ ...old, choices: { ...old.choices, asOf: day } }));
  };
  return (
    <Field
      label="Figures of"
      {...(unsaid
        ? { hint: "The files don’t say their day. Without one the column As of stays blank." }
        : several
          ? { hint: "Each file has a day of its own, which is kept unless you change this." }
          : {})}
    >
      <Input
        className={layout.field}
        type="date"
        max={isoDay(today)}
        value={found.asOf === undefined ? "" : isoDay(found.asOf)}
        onChange={(_, { value }) => set(value)}
      />
    </Field>
  );
}
