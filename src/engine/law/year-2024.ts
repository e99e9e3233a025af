import { figure, THREE_SOURCES, TWO_SOURCES } from "./figure";
import type { YearLaw } from "./year-law";

const PROCEDURE = "Rev. Proc. 2023-34";
const NOTICE = "Notice 2023-75";

export const LAW_2024: YearLaw = {
  year: 2024,
  incomeBrackets: figure(
    {
      single: [11_600, 47_150, 100_525, 191_950, 243_725, 609_350],
      joint: [23_200, 94_300, 201_050, 383_900, 487_450, 731_200],
      separate: [11_600, 47_150, 100_525, 191_950, 243_725, 365_600],
      "head of household": [16_550, 63_100, 100_500, 191_950, 243_700, 609_350],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  gainsBrackets: figure(
    {
      single: [47_025, 518_900],
      joint: [94_050, 583_750],
      separate: [47_025, 291_850],
      "head of household": [63_000, 551_350],
    },
    PROCEDURE,
    THREE_SOURCES,
  ),
  standardDeduction: figure(
    { single: 14_600, joint: 29_200, separate: 14_600, "head of household": 21_900 },
    PROCEDURE,
    THREE_SOURCES,
  ),
  deductionFrom65: figure(
    { single: 1_950, joint: 1_550, separate: 1_550, "head of household": 1_950 },
    PROCEDURE,
    THREE_SOURCES,
  ),
  deferral: figure(23_000, NOTICE, TWO_SOURCES),
  catchUp: figure(7_500, NOTICE, TWO_SOURCES),
  catchUpFrom60: figure(7_500, NOTICE, TWO_SOURCES),
  additions: figure(69_000, NOTICE, TWO_SOURCES),
  compensation: figure(345_000, NOTICE, TWO_SOURCES),
  ira: figure(7_000, NOTICE, TWO_SOURCES),
  iraCatchUp: figure(1_000, NOTICE, TWO_SOURCES),
  hsa: figure({ self: 4_150, family: 8_300 }, "Rev. Proc. 2023-23", "unverified"),
  domesticAbuse: figure(10_000, "IRC 72(t)(2)(K)", { sources: 1 }),
};
