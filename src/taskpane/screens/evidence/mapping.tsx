import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SeriesName } from "../../../operations";
import { useLayout } from "../../components/layout";
import type { ScreenProps } from "../screen";
import { mixInWords, seriesWords, unclearInWords } from "./evidence-words";
import { mappedMix, seriesOf, type Asset, type PastChosen, type Subject } from "./subject";

type MappingProps = Pick<ScreenProps, "changeTyped"> & { readonly subject: Subject; readonly chosen: PastChosen };

const names: readonly SeriesName[] = ["stocks", "bonds", "bills"];

/** Which US series each fund or class stands for: shown, and the owner's to change. Asked where Keel can't tell. */
export function Mapping({ changeTyped, subject, chosen }: MappingProps): ReactElement {
  const layout = useLayout();
  const mapped = mappedMix(subject, chosen);
  const { unclear } = mapped;
  const choose = (asset: Asset, series: SeriesName): void =>
    changeTyped(({ evidence }) => ({
      evidence: {
        ...evidence,
        series: { ...evidence.series, [subject.name]: { ...evidence.series[subject.name], [asset.name]: series } },
      },
    }));
  const fields = (assets: readonly Asset[]): readonly ReactElement[] =>
    assets.map((asset) => {
      const series = seriesOf(asset, chosen);
      return (
        <Field key={`${asset.cell.row}`} label={asset.name}>
          <Select
            className={layout.choice}
            value={series ?? ""}
            onChange={(_, { value }) => {
              const picked = names.find((name) => name === value);
              if (picked) choose(asset, picked);
            }}
          >
            {series === undefined && <option value="">Choose</option>}
            {names.map((name) => (
              <option key={name} value={name}>
                {seriesWords[name]}
              </option>
            ))}
          </Select>
        </Field>
      );
    });
  if (unclear.length > 0) {
    return (
      <>
        <p className={layout.text}>{unclearInWords(unclear, subject)}</p>
        {fields(unclear)}
      </>
    );
  }
  return (
    <>
      <ul className={layout.list}>
        {mixInWords(mapped).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <details>
        <summary className={layout.text}>Change what they stand for</summary>
        <div className={layout.stack}>{fields(subject.assets)}</div>
      </details>
    </>
  );
}
