import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";
import type { ScreenProps } from "../screen";
import { usualStart, usualYears, type FutureFields as Fields } from "./future-money";
import { fieldWords } from "./future-words";
import type { Subject } from "./subject";

type FutureFieldsProps = Pick<ScreenProps, "typed" | "changeTyped"> & {
  readonly subject: Subject;
  readonly fields: Fields;
};

const asTyped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** Asks what there is, what is paid in, and for how long; what a blank means stands in the field. */
export function FutureFields({ typed, changeTyped, subject, fields }: FutureFieldsProps): ReactElement {
  const layout = useLayout();
  const usual = { start: asTyped.format(usualStart(subject)), monthly: "0", years: String(usualYears) };
  const hints = {
    start: fieldWords.start.hint(subject),
    monthly: fieldWords.monthly.hint,
    years: fieldWords.years.hint,
  };
  return (
    <>
      {(["start", "monthly", "years"] as const).map((name) => (
        <Field
          key={name}
          label={fieldWords[name].label}
          hint={hints[name]}
          {...(fields[name] === undefined
            ? { validationState: "error" as const, validationMessage: fieldWords[name].remedy }
            : {})}
        >
          <Input
            className={layout.field}
            {...(name === "years" ? {} : { contentBefore: "$" })}
            placeholder={usual[name]}
            value={typed.evidence[name]}
            onChange={(_, { value }) => changeTyped(({ evidence }) => ({ evidence: { ...evidence, [name]: value } }))}
          />
        </Field>
      ))}
    </>
  );
}
