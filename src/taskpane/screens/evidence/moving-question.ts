import type { EvidenceQuestion, MovingQuestion, SeriesName } from "../../../operations";
import { seriesOf, type Asset, type PastChosen, type Subject } from "./subject";
import type { TypedMoving } from "./typed-moving";

const CLASS = { stocks: "stocks", bonds: "bonds", bills: "cash" } as const;
/** GLIDEPATH gives shares of these. */
const NEEDED: readonly SeriesName[] = ["stocks", "bonds"];

/** What is typed of the rules themselves. */
type MovingFields = Omit<TypedMoving, "chosen" | "sheet" | "targets">;

/** Why a path by age can't be followed. */
export type NoAge =
  | { readonly because: "age" }
  | { readonly because: "unclear" }
  | { readonly because: "missing"; readonly series: SeriesName };

/** What is asked of targets that move, and why not of those by age. */
export interface AskedMoving {
  readonly question: MovingQuestion;
  readonly noAge: NoAge | undefined;
  /** What money waits in. */
  readonly cash: Asset | undefined;
}

/** Puts together what is asked of targets that move. */
export function askedMoving(
  subject: Subject,
  question: EvidenceQuestion,
  typed: MovingFields,
  chosen: PastChosen,
): AskedMoving {
  const { assets } = subject;
  const noAge = whyNoAge(assets, typed, chosen);
  const cash = cashOf(subject, typed, chosen);
  const rowOf = ({ cell }: Asset): number => cell.row - (subject.own?.targetsAt.row ?? cell.row);
  return {
    question: {
      ...question,
      ...(!noAge && {
        age: {
          age: [[typed.age]],
          retireAge: [[typed.retireAge]],
          style: typed.style,
          classes: new Map(assets.map((asset) => [rowOf(asset), CLASS[seriesOf(asset, chosen) ?? "bills"]])),
        },
      }),
      volatility: { wanted: [[typed.volatility]], lookback: [[typed.volatilityRows]] },
      trend: { lookback: [[typed.trendRows]] },
      cashRow: [[cash ? rowOf(cash) + 1 : ""]],
    },
    noAge,
    cash,
  };
}

function whyNoAge(assets: readonly Asset[], { age }: MovingFields, chosen: PastChosen): NoAge | undefined {
  const series = assets.map((asset) => seriesOf(asset, chosen));
  if (series.includes(undefined)) return { because: "unclear" };
  const missing = NEEDED.find((each) => !series.includes(each));
  if (missing) return { because: "missing", series: missing };
  return age.trim() === "" ? { because: "age" } : undefined;
}

/** What money waits in: what was chosen, else what its name tells to be cash, else the last, as the functions have it. */
function cashOf({ name, assets }: Subject, { cash }: MovingFields, chosen: PastChosen): Asset | undefined {
  return (
    assets.find((asset) => asset.name === cash[name]) ??
    assets.find((asset) => seriesOf(asset, chosen) === "bills") ??
    assets.at(-1)
  );
}
