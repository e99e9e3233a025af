import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";
import { readAge, readMoney, readPercent, readYear, readYears, type ReadEntry } from "./entries";
import { FILINGS, type Form } from "./form";
import type { TaxField } from "./typed-taxes";
import { FILING_WORDS } from "./taxes-words";

interface FieldProps {
  readonly form: Form;
  readonly name: TaxField;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface EntryProps extends FieldProps {
  readonly read: ReadEntry;
  /** What to do where the entry is none. */
  readonly remedy: string;
  readonly before?: string;
  readonly after?: string;
}

function EntryField({ form, name, label, hint, read, remedy, before, after }: EntryProps): ReactElement {
  const layout = useLayout();
  const text = form.text(name);
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(read(text).is === "wrong" ? { validationState: "error" as const, validationMessage: remedy } : {})}
    >
      <Input
        className={layout.field}
        inputMode="decimal"
        {...(before === undefined ? {} : { contentBefore: before })}
        {...(after === undefined ? {} : { contentAfter: after })}
        value={text}
        onChange={(_, data) => form.set(name, data.value)}
      />
    </Field>
  );
}

/** Asks for dollars. */
export function MoneyField(props: FieldProps): ReactElement {
  return <EntryField {...props} read={readMoney} remedy="Type an amount such as 20,000." before="$" />;
}

/** Asks for an age. */
export function AgeField(props: FieldProps): ReactElement {
  return <EntryField {...props} read={readAge} remedy="Type an age in years, such as 42 or 59.5." />;
}

/** Asks for a number of years. */
export function YearsField(props: FieldProps): ReactElement {
  return <EntryField {...props} read={readYears} remedy="Type a number of years from 1 to 100." />;
}

/** Asks for a year. */
export function BirthYearField(props: FieldProps): ReactElement {
  return <EntryField {...props} read={readYear} remedy="Type a year such as 1953." />;
}

/** Asks for a share of pay. */
export function PercentField(props: FieldProps): ReactElement {
  return <EntryField {...props} read={readPercent} remedy="Type a percent from 0 to 100, such as 6." after="%" />;
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly (readonly [value: string, words: string])[];
  /** What stands there while nothing is chosen. */
  readonly none?: string;
}

/** Asks for one of several. */
export function ChoiceField({ form, name, label, hint, choices, none }: ChoiceProps): ReactElement {
  const layout = useLayout();
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Select className={layout.choice} value={form.text(name)} onChange={(_, { value }) => form.set(name, value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Asks for the tax year. */
export function YearField({ form }: { readonly form: Form }): ReactElement {
  return <EntryField form={form} name="year" label="Tax year" read={readYear} remedy="Type a year such as 2026." />;
}

/** Asks how the owner files, for which year, and what else they earn. */
export function PersonFields({ form, ageHint }: { readonly form: Form; readonly ageHint: string }): ReactElement {
  return (
    <>
      <ChoiceField
        form={form}
        name="filing"
        label="How you file your taxes"
        none="Choose one"
        choices={FILINGS.map((filing) => [filing, FILING_WORDS[filing]] as const)}
      />
      <MoneyField
        form={form}
        name="income"
        label="Your other income that year"
        hint="Pay and the like before any deduction, both spouses’ on a joint return."
      />
      <AgeField form={form} name="age" label="Your age" hint={ageHint} />
      <YearField form={form} />
    </>
  );
}
