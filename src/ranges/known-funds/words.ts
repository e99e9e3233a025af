import type { AssetClass } from "./asset-classes";

/** Words in a fund's name, the telling ones first: an emerging markets bond fund is bonds, and no class fits a fund that mixes several. */
const WORDS: readonly (readonly [words: RegExp, name: AssetClass | "mixed"])[] = [
  [
    /\b(target (date|retirement)|life ?cycle|life ?strategy|life ?path|balanced|wellington|wellesley|asset (allocation|manager)|(managed|moderate|conservative|aggressive|growth|global) allocation|multi[- ]asset|total world|all[- ]world)\b/,
    "mixed",
  ],
  [/\b(money market|money fund|cash|settlement|sweep|savings|t-?bills?|certificate)s?\b/, "Cash"],
  [
    /\b(i?bonds?|notes?|fixed[- ]income|treasur(y|ies)|tips|inflation[- ](protected|linked|indexed)|aggregate|corporates?|municipals?|muni|gnma|mortgage|high[- ]yield|short[- ]term|intermediate[- ]term|debt|credit|total return|tax[- ](exempt|free)|debentures?)\b/,
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

/** The federal Thrift Savings Plan's funds by their letters. G's government securities never lose value; they count as bonds. */
const THRIFT: Readonly<Record<string, AssetClass>> = {
  c: "US stocks",
  s: "US stocks",
  i: "International stocks",
  f: "Bonds",
  g: "Bonds",
};

/** What the words of a name, in small letters, say that it holds; undefined where they say nothing. */
export function classOfWords(name: string): AssetClass | "mixed" | undefined {
  const letter = /^(?:tsp )?([csifg])[- ]fund$|^tsp ([csifg])$|\(([csifg])\) fund$|\bfund \(([csifg])\)$/.exec(name);
  const thrift = letter?.slice(1).join("");
  if (thrift !== undefined) return THRIFT[thrift];
  return WORDS.find(([pattern]) => pattern.test(name))?.[1];
}
