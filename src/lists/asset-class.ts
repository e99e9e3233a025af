/** The kinds of money that the ready-made mixes speak of. */
export const assetClasses = ["US stocks", "International stocks", "Bonds", "Cash", "Real estate and other"] as const;
export type AssetClass = (typeof assetClasses)[number];

/** Funds and ETFs that plans and brokers hold most, by their tickers; each list in alphabetical order. */
const tickers: Readonly<Record<AssetClass, string>> = {
  "US stocks":
    "AGTHX DIA FCNTX FNILX FSKAX FSMAX FSMDX FSSNX FXAIX FZROX ITOT IVV IWM IWV MGK QQQ SCHA SCHB SCHD SCHG SCHM SCHX SPLG SPY SPYM SWPPX SWTSX VB VBK VBR VDIGX VEXAX VFIAX VFINX VIEIX VIG VIGAX VIIIX VIMAX VINIX VITSX VMCIX VO VOO VOOG VOOV VPMAX VSMAX VTI VTSAX VTSMX VTV VUG VV VVIAX VXF VYM",
  "International stocks":
    "ACWX AEPGX DODFX EEM EFA FPADX FSGGX FSPSX FTIHX FZILX IEFA IEMG IXUS RERGX SCHE SCHF SPDW SWISX VDMIX VEA VEMAX VEU VFWAX VFWIX VGK VGTSX VPL VSS VTIAX VTIEX VTMGX VTPSX VTSNX VWO VXUS",
  Bonds:
    "AGG BIV BLV BND BNDX BSV DODIX EDV FIPDX FSITX FTBFX FUAMX FUMBX FXNAX GOVT IEF IUSB LQD MUB PTTRX SCHO SCHP SCHR SCHZ SHY SPAB STIP SWAGX TIP TLT VAIPX VBILX VBIRX VBMFX VBTIX VBTLX VCIT VCSH VFIDX VFISX VFITX VFSUX VGIT VGLT VGSH VIPIX VIPSX VTABX VTAPX VTIP VUSFX VUSUX VWALX VWITX VWIUX",
  Cash: "BIL FCASH FDLXX FDRXX FZDXX FZFXX QACDS SGOV SNOXX SNSXX SNVXX SPAXX SPRXX SWVXX VMFXX VMMXX VMRXX VUSXX",
  "Real estate and other":
    "DJP FREL FRESX FSRNX GLD GLDM IAU ICF IYR PDBC SCHH SLV USRT VGSIX VGSLX VGSNX VNQ VNQI XLRE",
};

const classOfTicker: ReadonlyMap<string, AssetClass> = new Map(
  assetClasses.flatMap((name) => tickers[name].split(" ").map((ticker) => [ticker, name] as const)),
);

/** Words in a fund's name, the telling ones first: an emerging markets bond fund is bonds, and no class fits a fund that mixes several. */
const words: readonly (readonly [words: RegExp, name: AssetClass | "mixed"])[] = [
  [
    /\b(target (date|retirement)|retirement 20\d\d|target \d{4}|20[2-7][05] (fund|trust|index)|life ?cycle|life ?strategy|life ?path|freedom( index)? 20\d\d|balanced|wellington|wellesley|asset allocation|managed allocation|total world|all[- ]world)\b/,
    "mixed",
  ],
  [
    /\b(money market|stable value|stable income|cash|settlement|sweep|savings|t-?bills?|guaranteed (income|interest|account)|fixed account|capital preservation|certificate)s?\b/,
    "Cash",
  ],
  [
    /\b(bonds?|fixed[- ]income|treasur(y|ies)|tips|inflation[- ](protected|linked|indexed)|aggregate|corporates?|municipals?|muni|gnma|mortgage|high[- ]yield|short[- ]term|intermediate[- ]term|debt|credit|total return)\b/,
    "Bonds",
  ],
  [
    /\b(real[- ]estate|reits?|property|gold|silver|precious metals|commodit(y|ies)|bitcoin|crypto\w*|ethereum)\b/,
    "Real estate and other",
  ],
  [
    /\b(international|int'?l|foreign|overseas|non-?us|ex[- ]?us|ex[- ]?u\.s\.?|ex[- ]united states|emerging|developed|europ\w*|pacific|asia\w*|japan|china|latin america|eafe|acwi|world)\b/,
    "International stocks",
  ],
  [
    /\b(us|u\.s\.?|usa|america\w*|domestic|s ?& ?p|500|total (stock )?market|stocks?|equit(y|ies)|large|mid|small|cap|extended|growth|value|blue chip|nasdaq|russell|dow|dividends?|index|contrafund)\b/,
    "US stocks",
  ],
];

/**
 * Guesses what a fund holds from the texts that stand in its row: its ticker if it is a known one, else the words of its
 * name. Undefined where nothing tells, and for a fund that mixes several classes.
 */
export function guessClass(texts: readonly string[]): AssetClass | undefined {
  for (const text of texts) {
    const known = classOfTicker.get(text.trim().toUpperCase().replace(/\*+$/, ""));
    if (known) return known;
  }
  for (const text of texts) {
    const plain = text.toLowerCase();
    const told = words.find(([pattern]) => pattern.test(plain));
    if (told) return told[1] === "mixed" ? undefined : told[1];
  }
  return undefined;
}
