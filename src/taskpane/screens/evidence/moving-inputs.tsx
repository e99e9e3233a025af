import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLayout } from "../../components/layout";
import { Mapping } from "./mapping";
import { howItMoves, movingNames, noAgeWords, styleWords } from "./moving-words";
import type { AskedMoving } from "./moving-question";
import type { PastChosen } from "./subject";
import type { TopicProps } from "./topic-props";
import { glideStyles, type TypedMoving } from "./typed-moving";

type MovingInputsProps = Pick<TopicProps, "changeTyped" | "subject"> & {
  readonly moving: TypedMoving;
  readonly chosen: PastChosen;
  readonly asked: AskedMoving;
  readonly change: (fields: Partial<TypedMoving>) => void;
};

/** What each of the rules by which targets move is set by. */
export function MovingInputs({ moving, asked, change, ...props }: MovingInputsProps): ReactElement {
  const layout = useLayout();
  const { subject } = props;
  const text = (
    label: string,
    field: "age" | "retireAge" | "volatility" | "volatilityRows" | "trendRows",
    hint?: string,
  ): ReactElement => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input
        className={layout.field}
        inputMode="decimal"
        value={moving[field]}
        onChange={(_, { value }) => change({ [field]: value })}
      />
    </Field>
  );
  const { noAge } = asked;
  return (
    <>
      <h3 className={layout.subheading}>{movingNames.age}</h3>
      <p className={layout.small}>{howItMoves.age}</p>
      {noAge && <p className={layout.text}>{noAgeWords(noAge)}</p>}
      {noAge?.because === "unclear" && <Mapping {...props} />}
      {noAge?.because !== "missing" && noAge?.because !== "unclear" && (
        <>
          {text("Your age at the end of the table", "age")}
          {text("Age at which you retire", "retireAge", "Only the target date path asks for it.")}
          <Field label="Path">
            <Select
              className={layout.choice}
              value={moving.style}
              onChange={(_, { value }) => {
                const style = glideStyles.find((each) => each === value);
                if (style) change({ style });
              }}
            >
              {glideStyles.map((style) => (
                <option key={style} value={style}>
                  {styleWords[style]}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      <h3 className={layout.subheading}>{movingNames.volatility}</h3>
      <p className={layout.small}>{howItMoves.volatility}</p>
      {text("Volatility a year that you want", "volatility")}
      {text("Rows to judge volatility by", "volatilityRows", "12 rows are a year in a table by month.")}
      <h3 className={layout.subheading}>{movingNames.trend}</h3>
      <p className={layout.small}>{howItMoves.trend}</p>
      {text("Rows to judge the trend by", "trendRows", "10 in a table by month; some 210 in one by day.")}
      <Field label="Money that is out waits in">
        <Select
          className={layout.choice}
          value={asked.cash?.name ?? ""}
          onChange={(_, { value }) => change({ cash: { ...moving.cash, [subject.name]: value } })}
        >
          {subject.assets.map(({ name, cell }) => (
            <option key={cell.row} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
