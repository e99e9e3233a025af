import { figure, TWO_SOURCES, type Figure } from "./figure";
import type { YearLaw } from "./year-law";

/** Exceptions from the additional tax on early withdrawals (IRC 72(t)(2)), by the names they go by. */
export const EXCEPTION_NAMES = [
  ...(["59½", "death", "disability", "terminal illness", "SEPP", "separation at 55", "public safety"] as const),
  ...([
    "medical",
    "QDRO",
    "levy",
    "reservist",
    "birth or adoption",
    "domestic abuse",
    "emergency",
    "disaster",
  ] as const),
  ...(["long-term care", "first home", "education", "health premiums while unemployed"] as const),
] as const;

export type ExceptionName = (typeof EXCEPTION_NAMES)[number];

/** What an exception covers: payments of employers' plans, of IRAs, or both; and up to how many dollars. */
export interface ExceptionLaw {
  readonly name: ExceptionName;
  readonly plan: boolean;
  readonly ira: boolean;
  readonly section: string;
  /** Absent where there is none. Undefined for a year in which the exception isn't in force. */
  readonly capOf?: (law: YearLaw) => Figure<number> | undefined;
}

const always = (cap: number, source: string) => (): Figure<number> => figure(cap, source, "law");

const BOTH = { plan: true, ira: true };
const PLAN = { plan: true, ira: false };
const IRA = { plan: false, ira: true };

const LAWS: Readonly<Record<ExceptionName, Omit<ExceptionLaw, "name">>> = {
  "59½": { ...BOTH, section: "IRC 72(t)(2)(A)(i)" },
  death: { ...BOTH, section: "IRC 72(t)(2)(A)(ii)" },
  disability: { ...BOTH, section: "IRC 72(t)(2)(A)(iii)" },
  "terminal illness": { ...BOTH, section: "IRC 72(t)(2)(L)" },
  SEPP: { ...BOTH, section: "IRC 72(t)(2)(A)(iv)" },
  "separation at 55": { ...PLAN, section: "IRC 72(t)(2)(A)(v)" },
  "public safety": { ...PLAN, section: "IRC 72(t)(10)" },
  medical: { ...BOTH, section: "IRC 72(t)(2)(B)" },
  QDRO: { ...PLAN, section: "IRC 72(t)(2)(C)" },
  levy: { ...BOTH, section: "IRC 72(t)(2)(A)(vii)" },
  reservist: { ...BOTH, section: "IRC 72(t)(2)(G)" },
  "birth or adoption": { ...BOTH, section: "IRC 72(t)(2)(H)", capOf: always(5_000, "IRC 72(t)(2)(H)") },
  "domestic abuse": { ...BOTH, section: "IRC 72(t)(2)(K)", capOf: (law) => law.domesticAbuse },
  emergency: { ...BOTH, section: "IRC 72(t)(2)(I)", capOf: always(1_000, "IRC 72(t)(2)(I)") },
  disaster: { ...BOTH, section: "IRC 72(t)(2)(M)", capOf: always(22_000, "IRC 72(t)(2)(M), (11)") },
  "long-term care": { ...PLAN, section: "IRC 72(t)(2)(N)", capOf: (law) => law.longTermCare },
  "first home": { ...IRA, section: "IRC 72(t)(2)(F)", capOf: always(10_000, "IRC 72(t)(2)(F), (8)") },
  education: { ...IRA, section: "IRC 72(t)(2)(E)" },
  "health premiums while unemployed": { ...IRA, section: "IRC 72(t)(2)(D)" },
};

/** Every exception with what it covers, in the order in which they are shown. */
export const EXCEPTIONS: readonly Figure<ExceptionLaw>[] = EXCEPTION_NAMES.map((name) =>
  figure({ name, ...LAWS[name] }, LAWS[name].section, TWO_SOURCES),
);

export function exceptionLaw(name: ExceptionName): ExceptionLaw {
  return { name, ...LAWS[name] };
}
