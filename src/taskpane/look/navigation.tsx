import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  places: { display: "flex", flexWrap: "wrap", minWidth: 0 },
  place: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // Forced colours would show a transparent line as a drawn one.
    "@media (forced-colors: active)": { borderBottomColor: "ButtonFace" },
  },
  here: {
    borderBottomColor: tokens.colorBrandForeground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { borderBottomColor: tokens.colorBrandForeground1 },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface NavigationProps<Name extends string> {
  readonly places: readonly { readonly name: Name; readonly label: string }[];
  readonly here: Name;
  readonly goTo: (name: Name) => void;
}

/** The way between the pane's screens. It wraps where the pane is narrow. */
export function Navigation<Name extends string>({ places, here, goTo }: NavigationProps<Name>): ReactElement {
  const styles = useStyles();
  return (
    <nav className={styles.places} aria-label="Screens">
      {places.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.place, name === here && styles.here)}
          aria-current={name === here ? "page" : undefined}
          onClick={() => goTo(name)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
