import type { FilingStatus } from "../../../src/engine";

/**
 * The figures by year once more, typed apart from the table of the engine and in another form, so that a slip of the
 * hand in either shows. Brackets as people print them: one line a status, the upper ends from 10% to 35%.
 */
export interface SecondTyping {
  readonly brackets: Readonly<Record<FilingStatus, string>>;
  /** Ends of 0% and 15%. */
  readonly gains: Readonly<Record<FilingStatus, string>>;
  /** Standard deduction, and more of it from 65. */
  readonly deductions: Readonly<Record<FilingStatus, string>>;
  /** Deferral, catch-up, catch-up of 60 to 63, additions, compensation, IRA, its catch-up, HSA self and family. */
  readonly limits: string;
  readonly domesticAbuse: string;
}

export const SECOND_TYPING: Readonly<Record<2024 | 2025 | 2026, SecondTyping>> = {
  2024: {
    brackets: {
      single: "11,600 47,150 100,525 191,950 243,725 609,350",
      joint: "23,200 94,300 201,050 383,900 487,450 731,200",
      "head of household": "16,550 63,100 100,500 191,950 243,700 609,350",
      separate: "11,600 47,150 100,525 191,950 243,725 365,600",
    },
    gains: {
      single: "47,025 518,900",
      joint: "94,050 583,750",
      "head of household": "63,000 551,350",
      separate: "47,025 291,850",
    },
    deductions: {
      single: "14,600 1,950",
      joint: "29,200 1,550",
      "head of household": "21,900 1,950",
      separate: "14,600 1,550",
    },
    limits: "23,000 7,500 7,500 69,000 345,000 7,000 1,000 4,150 8,300",
    domesticAbuse: "10,000",
  },
  2025: {
    brackets: {
      single: "11,925 48,475 103,350 197,300 250,525 626,350",
      joint: "23,850 96,950 206,700 394,600 501,050 751,600",
      "head of household": "17,000 64,850 103,350 197,300 250,500 626,350",
      separate: "11,925 48,475 103,350 197,300 250,525 375,800",
    },
    gains: {
      single: "48,350 533,400",
      joint: "96,700 600,050",
      "head of household": "64,750 566,700",
      separate: "48,350 300,000",
    },
    deductions: {
      single: "15,750 2,000",
      joint: "31,500 1,600",
      "head of household": "23,625 2,000",
      separate: "15,750 1,600",
    },
    limits: "23,500 7,500 11,250 70,000 350,000 7,000 1,000 4,300 8,550",
    domesticAbuse: "10,300",
  },
  2026: {
    brackets: {
      single: "12,400 50,400 105,700 201,775 256,225 640,600",
      joint: "24,800 100,800 211,400 403,550 512,450 768,700",
      "head of household": "17,700 67,450 105,700 201,750 256,200 640,600",
      separate: "12,400 50,400 105,700 201,775 256,225 384,350",
    },
    gains: {
      single: "49,450 545,500",
      joint: "98,900 613,700",
      "head of household": "66,200 579,600",
      separate: "49,450 306,850",
    },
    deductions: {
      single: "16,100 2,050",
      joint: "32,200 1,650",
      "head of household": "24,150 2,050",
      separate: "16,100 1,650",
    },
    limits: "24,500 8,000 11,250 72,000 360,000 7,500 1,100 4,400 8,750",
    domesticAbuse: "10,500",
  },
};

/** The Uniform Lifetime Table, ten years a line from 70 on. */
export const LIFETIMES = `
  70:  -     -    27.4  26.5  25.5  24.6  23.7  22.9  22.0  21.1
  80: 20.2  19.4  18.5  17.7  16.8  16.0  15.2  14.4  13.7  12.9
  90: 12.2  11.5  10.8  10.1   9.5   8.9   8.4   7.8   7.3   6.8
 100:  6.4   6.0   5.6   5.2   4.9   4.6   4.3   4.1   3.9   3.7
 110:  3.5   3.4   3.3   3.1   3.0   2.9   2.8   2.7   2.5   2.3
 120:  2.0`;
