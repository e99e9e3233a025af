import { glidePath } from "../../engine";
import { assumedSplit, type ClassWeights } from "./asset-classes";
import { linesOf } from "./tickers";

/** When a target-date fund is meant to be lived from: a year, or already. */
export type TargetYear = number | "retired";

/** Target-date funds by their tickers, a family a line, from the year that the line begins with, five years apart. */
const TICKERS = `
  2015: VTXVX VTWNX VTTVX VTHRX VTTHX VFORX VTIVX VFIFX VFFVX VTTSX VLXVX VSVNX
  2015: VITVX VITWX VRIVX VTTWX VITFX VIRSX VITLX VTRLX VIVLX VILVX VSXFX
  2005: FFFVX FFFCX FFVFX FFFDX FFTWX FFFEX FFTHX FFFFX FFFGX FFFHX FDEEX FDKVX FFSFX
  2005: FSNJX FSNKX FSNLX FSNOX FSNPX FSNQX FSNUX FSNVX FSNZX FNSBX FNSDX FNSFX FFSDX
  2005: FITKX FOTKX FPTKX FATKX FDTKX FGTKX FWTKX FHTKX FJTKX FZTKX FCTKX FVTKX FFSZX
  2005: FJIFX FKIFX FLIFX FPIFX FQIFX FXIFX FIHFX FBIFX FIOFX FIPFX FDEWX FDKLX FFIJX
  2005: FFGFX FFWTX FIWFX FIWTX FFEDX FFEGX FFEZX FFIZX FFOLX FFOPX FFLDX FFLEX FFIKX
  2005: FBLPX FCYPX FFYPX FKIPX FLIPX FMKPX FNIPX FPIPX FQIPX FRLPX FTYPX FUIPX FVIPX
  2010: SWYAX SWYBX SWYLX SWYDX SWYEX SWYFX SWYGX SWYHX SWYMX SWYJX SWYNX SWYOX
  2010: SWBRX SWGRX SWCRX SWHRX SWDRX SWIRX SWERX SWMRX SWNRX SWORX SWPRX SWQRX
  2005: TRRFX TRRAX TRRGX TRRBX TRRHX TRRCX TRRJX TRRDX TRRKX TRRMX TRRNX TRRLX TRSJX
  2005: TRPFX TRPAX TRFGX TRBRX TRPHX TRPCX TRPJX TRPDX TRPKX TRPMX TRPNX TRPLX TRFKX
  2005: TRARX TRROX TRRTX TRRUX TRRVX TRRWX RPGRX TRHRX RPTFX TRFOX TRFFX TRTFX PRSLX
  2010: RFTTX RFJTX RRCTX RFDTX RFETX RFFTX RFGTX RFHTX RFITX RFKTX RFUTX RFVTX
  2025: LIBKX LINKX LIJKX LIKKX LIHKX LIPKX LIVKX LIZKX LIWKX
  0: VTINX VITRX FFFAX FNSHX FYTKX FAPIX FFGZX FIKFX
`;

const years = new Map<string, TargetYear>();

/** The target year of a fund by its ticker, in capitals. */
export function targetYearOfTicker(ticker: string): TargetYear | undefined {
  if (years.size === 0) for (const [one, year] of everyTargetDateTicker()) years.set(one, year);
  return years.get(ticker);
}

/** All of the table, for whoever checks it. */
export function everyTargetDateTicker(): readonly (readonly [ticker: string, year: TargetYear])[] {
  return linesOf(TICKERS).flatMap(([[first = ""], tickers]) =>
    tickers.split(" ").map((ticker, index) => [ticker, first === "0" ? "retired" : Number(first) + 5 * index] as const),
  );
}

/** A word that only stands in such a fund's name, whatever its house shortens it to. */
const FAMILY = new RegExp(
  [
    /\bt(ar)?ge?t\b|\btrgt\b|\btdf\b|target[- ]?date/,
    /\bret(ire|irement|mt|rmt)?\b|\bretrmt\b|retirement|retiresmart/,
    /\bfreedom\b|\bfrdm\b|\bfreed\b/,
    /\blife ?path\b|\bl?path\b|\blp\b|\blife ?cycle\b|\blife ?time\b|\blife ?stage\b|\blifesmart\b/,
    /smart ?retire\w*|smart ?spending|\brealpath\b|\bone choice\b|\bday one\b|\bclear ?track\b|\bmilestone\b/,
    /\b(my)? ?destination\b|\bmy ?compass\b|\bmy ?way ?retirement\b|\bflex ?path\b|\bindex ?select\b|\bglide ?path\b/,
    /\b(index )?solution\b|\bsustainable future\b|\bsecure ?foundation\b|\bmulti-?index\b|\bmultimanager\b|\bfocus\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** A year that such funds have had since they were first sold, not a part of a longer number. */
const YEAR = /(?<![\d.,/])20[0-7]\d(?![\d.,/%])/;

/** A whole name that is only the year and what it is: `2045 Fund`, `Vanguard 2045 Trust II`. */
const YEAR_ALONE = /^(\w+ )?20[1-7][05] (retirement )?(fund|trust|portfolio|tr)( [\w ]{1,4})?$/;

/** The federal Thrift Savings Plan's lifecycle funds: `L 2050`, `TSP L2050 Fund`. */
const THRIFT = /^(tsp )?(lifecycle )?l ?-?(20[0-7][05]|income)( fund)?$/;

/** What says that the year is when a loan is paid back, or when a child starts college. */
const NO_RETIREMENT =
  /\bbonds?\b(?!.*\b(target|retirement) )|\bi?bonds\b|\bbullet ?shares\b|\bnotes?\b|\bnts?\b|\bdebentures?\b|\bmaturit(y|ies)\b|\btreasur\w*|\bt-?bills?\b|\bmuni\w*|\bcoupon\b|\bcd\b|\bcertificate|\bcollege\b|\b529\b|\bterm\b|\bdue\b|\btips\b|\bcorp(orate)?\b|\d ?%|\d\/\d/;

/** Funds of a target-date family for those who are retired: they have no year. */
const RETIRED =
  /\b(target(ed)? (date )?retirement|target date|freedom( index| blend)?|life ?path( index)?( dynamic)?|life ?cycle( index)?( retirement)?|smart ?retirement( blend)?) (retirement )?(income|inc)\b|\blife ?path( index)? retirement\b/;

/** Reads a target-date fund's year from its name, in small letters; undefined for any other fund. */
export function targetYearOfName(name: string): TargetYear | undefined {
  const thrift = THRIFT.exec(name)?.[3];
  if (thrift !== undefined) return thrift === "income" ? "retired" : Number(thrift);
  const year = YEAR.exec(name)?.[0];
  if (year === undefined) return RETIRED.test(name) ? "retired" : undefined;
  if (NO_RETIREMENT.test(name)) return undefined;
  return FAMILY.test(name) || YEAR_ALONE.test(name) ? Number(year) : undefined;
}

/** Years from the target year on after which GLIDEPATH's path is flat. */
const RETIRED_FOR = 7;

/**
 * The mix that a target-date fund is assumed to have in a year: stocks and bonds by GLIDEPATH's target-date path, which
 * starts from years before retirement alone, and the stocks split as Keel assumes it.
 */
export function assumedMix(target: TargetYear, year: number): ClassWeights {
  const retirement = target === "retired" ? year - RETIRED_FOR : target;
  return assumedSplit(glidePath(year, retirement, "target date").stocks * 100);
}
