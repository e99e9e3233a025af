import { figure, THREE_SOURCES, TWO_SOURCES } from "./figure";
import { SENIOR_DEDUCTION } from "./lasting";
import type { YearLaw } from "./year-law";

const PROCEDURE = "Rev. Proc. 2024-40";
const NOTICE = "Notice 2024-80";

export const LAW_2025: YearLaw = {
  year: 2025,
  incomeBrackets: figure(
    {
      single: [11_925, 48_475, 103_350, 197_300, 250_525, 626_350],
      joint: [23_850, 96_950, 206_700, 394_600, 501_050, 751_600],
      separate: [11_925, 48_475, 103_350, 197_300, 250_525, 375_800],
      "head of household": [17_000, 64_850, 103_350, 197_300, 250_500, 626_350],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  gainsBrackets: figure(
    {
      single: [48_350, 533_400],
      joint: [96_700, 600_050],
      separate: [48_350, 300_000],
      "head of household": [64_750, 566_700],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  standardDeduction: figure(
    { single: 15_750, joint: 31_500, separate: 15_750, "head of household": 23_625 },
    "P.L. 119-21 sec. 70102",
    THREE_SOURCES,
  ),
  deductionFrom65: figure(
    { single: 2_000, joint: 1_600, separate: 1_600, "head of household": 2_000 },
    PROCEDURE,
    THREE_SOURCES,
  ),
  seniorDeduction: SENIOR_DEDUCTION,
  deferral: figure(23_500, NOTICE, TWO_SOURCES),
  catchUp: figure(7_500, NOTICE, TWO_SOURCES),
  catchUpFrom60: figure(11_250, NOTICE, TWO_SOURCES),
  additions: figure(70_000, NOTICE, TWO_SOURCES),
  compensation: figure(350_000, NOTICE, TWO_SOURCES),
  ira: figure(7_000, NOTICE, TWO_SOURCES),
  iraCatchUp: figure(1_000, NOTICE, TWO_SOURCES),
  hsa: figure({ self: 4_300, family: 8_550 }, "Rev. Proc. 2024-25", "unverified"),
  domesticAbuse: figure(10_300, NOTICE, { sources: 1 }),
};
