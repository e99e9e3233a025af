import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** Keel's colour, from nearly black to nearly white. 80 carries white text at 6 : 1, 100 and up carry dark text. */
const sea: BrandVariants = {
  10: "#010607",
  20: "#06191e",
  30: "#082a33",
  40: "#083743",
  50: "#084553",
  60: "#075264",
  70: "#076075",
  80: "#0b6e85",
  90: "#2a7f95",
  100: "#4690a4",
  110: "#60a1b3",
  120: "#7bb2c1",
  130: "#95c3cf",
  140: "#b0d4dd",
  150: "#cbe5eb",
  160: "#e7f5f8",
};

/** Fluent gives pixels; text that is to grow with the reader's own text size needs rem. */
function inRem(theme: Theme): Theme {
  const scaled = Object.entries(theme).map(([token, value]) => {
    const pixels = /^(?:fontSize|lineHeight)/.test(token) && /^([\d.]+)px$/.exec(String(value));
    return [token, pixels ? `${Number(pixels[1]) / 16}rem` : value];
  });
  return Object.fromEntries(scaled) as Theme;
}

const dark = createDarkTheme(sea);

export const lightTheme: Theme = inRem(createLightTheme(sea));
export const darkTheme: Theme = inRem({
  ...dark,
  // The ramp's own choices for text in the brand colour are too dim on a dark ground.
  colorBrandForeground1: sea[120],
  colorBrandForeground2: sea[130],
  colorBrandForegroundLink: sea[120],
  colorCompoundBrandForeground1: sea[120],
});
