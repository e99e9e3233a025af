import { figure, THREE_SOURCES, TWO_SOURCES } from "./figure";
import { SENIOR_DEDUCTION } from "./lasting";
import type { YearLaw } from "./year-law";

const PROCEDURE = "Rev. Proc. 2025-32";
const NOTICE = "Notice 2025-67";

export const LAW_2026: YearLaw = {
  year: 2026,
  incomeBrackets: figure(
    {
      single: [12_400, 50_400, 105_700, 201_775, 256_225, 640_600],
      joint: [24_800, 100_800, 211_400, 403_550, 512_450, 768_700],
      separate: [12_400, 50_400, 105_700, 201_775, 256_225, 384_350],
      // The procedure's own table prints $39,207 plus 32% of what is above $201,750; copies that say 201,775 are wrong.
      "head of household": [17_700, 67_450, 105_700, 201_750, 256_200, 640_600],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  gainsBrackets: figure(
    {
      single: [49_450, 545_500],
      joint: [98_900, 613_700],
      separate: [49_450, 306_850],
      "head of household": [66_200, 579_600],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  standardDeduction: figure(
    { single: 16_100, joint: 32_200, separate: 16_100, "head of household": 24_150 },
    PROCEDURE,
    THREE_SOURCES,
  ),
  deductionFrom65: figure(
    { single: 2_050, joint: 1_650, separate: 1_650, "head of household": 2_050 },
    PROCEDURE,
    THREE_SOURCES,
  ),
  seniorDeduction: SENIOR_DEDUCTION,
  deferral: figure(24_500, NOTICE, TWO_SOURCES),
  catchUp: figure(8_000, NOTICE, TWO_SOURCES),
  catchUpFrom60: figure(11_250, NOTICE, TWO_SOURCES),
  additions: figure(72_000, NOTICE, TWO_SOURCES),
  compensation: figure(360_000, NOTICE, TWO_SOURCES),
  rothCatchUpWages: figure(150_000, `IRC 414(v)(7); ${NOTICE}`, TWO_SOURCES),
  ira: figure(7_500, NOTICE, TWO_SOURCES),
  iraCatchUp: figure(1_100, NOTICE, TWO_SOURCES),
  hsa: figure({ self: 4_400, family: 8_750 }, "Rev. Proc. 2025-19", TWO_SOURCES),
  domesticAbuse: figure(10_500, NOTICE, "unverified"),
  longTermCare: figure(2_600, "IRC 401(a)(39); Notice 2026-33", TWO_SOURCES),
};
