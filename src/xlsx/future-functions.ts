/**
 * Functions that came after Excel 2007. A file holds them with a prefix, so that an older Excel shows what it doesn't
 * know. Source: Microsoft's [MS-XLSX] 2.2.2, "future functions", and the function list of Microsoft 365.
 */
const prefixed = `
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT
  CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COPILOT COT COTH COVARIANCE.P
  COVARIANCE.S CSC CSCH DAYS DECIMAL DETECTLANGUAGE DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML
  FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR
  FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT
  IMCSC IMCSCH IMSEC IMSECH IMPORTTEXT IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY
  MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE
  PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST
  QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN
  SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST
  TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P
  VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;

const stored: ReadonlyMap<string, string> = new Map([
  ...prefixed
    .trim()
    .split(/\s+/)
    .map((name) => [name, `_xlfn.${name}`] as const),
  // Excel stores these two with a prefix more, because commands of its worksheet object have the same names.
  ["FILTER", "_xlfn._xlws.FILTER"],
  ["SORT", "_xlfn._xlws.SORT"],
] as const);

/** Functions whose result may fill more than one cell, whatever it fills at the moment. */
const spilling = new Set(
  `FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY TAKE DROP EXPAND HSTACK
  VSTACK TOCOL TOROW WRAPROWS WRAPCOLS CHOOSEROWS CHOOSECOLS TEXTSPLIT XLOOKUP GROUPBY PIVOTBY TRIMRANGE TRANSPOSE MMULT
  MINVERSE MUNIT FREQUENCY LINEST LOGEST TREND GROWTH REGEXEXTRACT STOCKHISTORY IMPORTTEXT`.split(/\s+/),
);

/** How a file holds a function's name: `SORT` is `_xlfn._xlws.SORT`; most names stay as they are. */
export function storedName(name: string): string {
  return stored.get(name.toUpperCase()) ?? name;
}

/**
 * A function's name without a file's prefixes. One that `storedName` would not give its prefix back keeps it: without
 * it, Excel would no longer know the function in the file that is saved.
 */
export function nameWithoutPrefix(name: string): string {
  const bare = name.replace(/^(?:_xlfn\.|_xlws\.)+/i, "");
  return stored.has(bare.toUpperCase()) ? bare : name;
}

/** Tells whether a function's result may spill. */
export function maySpill(name: string): boolean {
  return spilling.has(name.toUpperCase());
}
