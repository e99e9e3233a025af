import { assumedSplit, weightsOf, type ClassWeights } from "./asset-classes";

/** What a balanced fund holds by its own policy. */
export interface PolicyMix {
  readonly weights: ClassWeights;
  /** When it was said so (ISO), in a prospectus, a report or an announcement. */
  readonly asOf: string;
  /** `stated`: all of it by the fund. `split assumed`: stocks and bonds by the fund, US and international by Keel. */
  readonly source: "stated" | "split assumed";
}

interface BalancedFund {
  readonly tickers: string;
  /** Its name, however it is abbreviated around these words. */
  readonly name: RegExp;
  /** Percents of US stocks, international stocks, bonds and cash; or of stocks and bonds alone. */
  readonly policy:
    readonly [us: number, international: number, bonds: number, cash?: number] | { readonly stocks: number };
  readonly asOf: string;
}

/** Balanced funds that state a mix, a fund a line. Funds that only state wide ranges are left out. */
const BALANCED: readonly BalancedFund[] = [
  // Vanguard: target allocations since the change of 26 February 2015 (40 % of stocks, 30 % of bonds international).
  { tickers: "VASGX", name: /life ?strategy growth/, policy: [48, 32, 20], asOf: "2015-02-26" },
  { tickers: "VSMGX", name: /life ?strategy mod/, policy: [36, 24, 40], asOf: "2015-02-26" },
  { tickers: "VSCGX", name: /life ?strategy cons/, policy: [24, 16, 60], asOf: "2015-02-26" },
  { tickers: "VASIX", name: /life ?strategy inc/, policy: [12, 8, 80], asOf: "2015-02-26" },
  // 60 % CRSP US Total Market, 40 % Bloomberg US Aggregate Float Adjusted.
  { tickers: "VBIAX VBINX VBAIX", name: /^(vanguard )?balanced (index|idx)/, policy: [60, 0, 40], asOf: "2026-08-16" },
  // 60 % to 70 % stocks; its composite index has 65 % S&P 500 and 35 % corporate bonds.
  { tickers: "VWELX VWENX", name: /^(vanguard )?wellington\b/, policy: [65, 0, 35], asOf: "2026-08-16" },
  // 35 % to 40 % stocks; its composite index has 35 % FTSE High Dividend Yield and 65 % corporate bonds.
  { tickers: "VWINX VWIAX", name: /^(vanguard )?wellesley\b/, policy: [35, 0, 65], asOf: "2026-08-16" },
  // 60 % to 70 % stocks, of which about 30 % international (Vanguard, 27 September 2010); 62.5 % in its composite index.
  { tickers: "VGSTX", name: /^(vanguard )?star( fund)?$/, policy: [43.75, 18.75, 37.5], asOf: "2021-02-26" },
  {
    tickers: "VT VTWAX VTWIX",
    name: /total world (stock|index)|^total world$/,
    policy: { stocks: 100 },
    asOf: "2026-08-16",
  },
  // About 60 % stocks and 40 % bonds; its composite index has S&P 500 and Bloomberg US Aggregate.
  { tickers: "FBALX FBAKX FBKFX", name: /^(fidelity|fid) balanced/, policy: [60, 0, 40], asOf: "2026-08-16" },
  { tickers: "FPURX FPUKX FPKFX", name: /\bpuritan\b/, policy: [60, 0, 40], asOf: "2026-08-16" },
  // 48 % 500 Index, 12 % Extended Market, 25 % International, 15 % US Bond, before it was renamed Multi-Asset Index.
  {
    tickers: "FFNOX",
    name: /four[- ]in[- ]one|(fidelity|fid) multi[- ]asset (index|idx)/,
    policy: [60, 25, 15],
    asOf: "2021-01-22",
  },
  // The neutral mix is in the name; short-term money counts as bonds here.
  { tickers: "FASIX", name: /asset manager 20/, policy: { stocks: 20 }, asOf: "2022-11-29" },
  { tickers: "FTANX", name: /asset manager 30/, policy: { stocks: 30 }, asOf: "2022-11-29" },
  { tickers: "FFANX", name: /asset manager 40/, policy: { stocks: 40 }, asOf: "2022-11-29" },
  { tickers: "FASMX", name: /asset manager 50/, policy: { stocks: 50 }, asOf: "2022-11-29" },
  { tickers: "FSANX", name: /asset manager 60/, policy: { stocks: 60 }, asOf: "2022-11-29" },
  { tickers: "FASGX", name: /asset manager 70/, policy: { stocks: 70 }, asOf: "2022-11-29" },
  { tickers: "FAMRX", name: /asset manager 85/, policy: { stocks: 85 }, asOf: "2022-11-29" },
  // 55 % to 65 % stocks, 35 % to 45 % bonds and cash.
  { tickers: "SWOBX", name: /schwab balanced/, policy: { stocks: 60 }, asOf: "2023-07-14" },
  // S&P Target Risk indexes; stocks by what their markets are worth.
  { tickers: "AOA", name: /aggressive allocation etf/, policy: { stocks: 80 }, asOf: "2024-04-15" },
  {
    tickers: "AOR",
    name: /core growth allocation|balanced allocation etf/,
    policy: { stocks: 60 },
    asOf: "2024-01-29",
  },
  { tickers: "AOM", name: /core moderate allocation/, policy: { stocks: 40 }, asOf: "2021-05-13" },
  { tickers: "AOK", name: /core conservative allocation/, policy: { stocks: 30 }, asOf: "2021-05-13" },
  // "Approximately 65 % stocks and 35 % fixed income"; the mixes of the other two are in their names.
  {
    tickers: "RPBAX RBAIX",
    name: /(t\.? ?rowe|trp).* balanced(?! .*retirement)/,
    policy: { stocks: 65 },
    asOf: "2021-05-07",
  },
  { tickers: "DGSIX DFPRX", name: /global allocation 60\/40/, policy: { stocks: 60 }, asOf: "2026-08-16" },
  { tickers: "DGTSX DFGPX", name: /global allocation 25\/75/, policy: { stocks: 25 }, asOf: "2026-08-16" },
];

/** The mix of a balanced fund by one of its tickers, in capitals. */
export function mixOfTicker(ticker: string): PolicyMix | undefined {
  const fund = BALANCED.find(({ tickers }) => tickers.split(" ").includes(ticker));
  return fund && mixOf(fund);
}

/** The mix of a balanced fund by its name, in small letters. */
export function mixOfName(name: string): PolicyMix | undefined {
  const fund = BALANCED.find((each) => each.name.test(name));
  return fund && mixOf(fund);
}

/** All of the table, for whoever checks it. */
export function everyMix(): readonly (PolicyMix & { readonly tickers: readonly string[] })[] {
  return BALANCED.map((fund) => ({ ...mixOf(fund), tickers: fund.tickers.split(" ") }));
}

function mixOf({ policy, asOf }: BalancedFund): PolicyMix {
  if ("stocks" in policy) {
    return { weights: assumedSplit(policy.stocks), asOf, source: "split assumed" };
  }
  const [us, international, bonds, cash = 0] = policy;
  const percents = { "US stocks": us, "International stocks": international, Bonds: bonds, Cash: cash };
  return { weights: weightsOf(percents), asOf, source: "stated" };
}
