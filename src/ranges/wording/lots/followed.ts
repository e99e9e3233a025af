export const FOLLOWED_HEADER: readonly string[] = ["Due", "Looked", "Days late", "Traded", "Verdict"];

export const NO_LOOKS = "No look was due";
