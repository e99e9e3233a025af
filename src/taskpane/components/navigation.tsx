import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactElement } from "react";
import { ChevronIcon } from "./icons";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  places: { display: "flex", flexWrap: "wrap", minWidth: 0, position: "relative" },
  place: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 5px`,
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
    // Forced colours (Windows high contrast) draw a transparent border too: every tab would look like the current one.
    "@media (forced-colors: active)": { borderBottomColor: "ButtonFace" },
  },
  here: {
    borderBottomColor: tokens.colorBrandForeground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { borderBottomColor: tokens.colorBrandForeground1 },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  more: {
    position: "absolute",
    zIndex: 1,
    top: "100%",
    right: 0,
    minWidth: "8rem",
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  // In a list the line that marks the current screen stands at its side.
  listed: {
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: "none",
    borderLeft: "3px solid transparent",
    textAlign: "left",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    "@media (forced-colors: active)": { borderLeftColor: "ButtonFace" },
  },
  listedHere: {
    borderLeftColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
  },
});

interface Place<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly group: "main" | "more";
}

interface NavigationProps<Name extends string> {
  readonly places: readonly Place<Name>[];
  readonly here: Name;
  readonly goTo: (name: Name) => void;
}

/** The way between the pane's screens: a tab each for the main ones, the others behind "More". It wraps where the pane is narrow. */
export function Navigation<Name extends string>({ places, here, goTo }: NavigationProps<Name>): ReactElement {
  const styles = useStyles();
  return (
    <nav className={styles.places} aria-label="Screens">
      {places
        .filter(({ group }) => group === "main")
        .map(({ name, label }) => (
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
      <More places={places.filter(({ group }) => group === "more")} here={here} goTo={goTo} />
    </nav>
  );
}

/** A button that opens the list of the other screens. Escape and leaving the list close it. */
function More<Name extends string>({ places, here, goTo }: NavigationProps<Name>): ReactElement {
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const current = places.find(({ name }) => name === here);

  // A press anywhere else closes the list, also beside the pane, where nothing takes the focus.
  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [open]);

  // With an arrow key the list is opened and entered at once.
  const entering = useRef<number>();
  useEffect(() => {
    if (open && entering.current !== undefined) focusOn(frame.current, entering.current);
    entering.current = undefined;
  }, [open]);
  const enter = (index: number): void => {
    if (open) {
      focusOn(frame.current, index);
    } else {
      entering.current = index;
      setOpen(true);
    }
  };
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };

  const press = (event: KeyboardEvent): void => {
    const at = listed(frame.current).findIndex((button) => button === document.activeElement);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => enter(at + 1),
      ArrowUp: () => enter(at < 0 ? -1 : at - 1),
      ...(open ? { Home: () => enter(0), End: () => enter(-1), Escape: close } : {}),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !frame.current?.contains(event.relatedTarget)) setOpen(false);
  };

  return (
    <div ref={frame} onKeyDown={press} onBlur={leave}>
      <button
        ref={opener}
        type="button"
        className={mergeClasses(styles.place, current && styles.here)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-current={current ? "true" : undefined}
        onClick={() => setOpen(!open)}
      >
        More
        {current && <span className={layout.unseen}>: {current.label}</span>}
        <ChevronIcon />
      </button>
      {open && (
        <ul className={styles.more} id={id}>
          {places.map(({ name, label }) => (
            <li key={name}>
              <button
                type="button"
                className={mergeClasses(
                  styles.place,
                  name === here && styles.here,
                  styles.listed,
                  name === here && styles.listedHere,
                )}
                aria-current={name === here ? "page" : undefined}
                onClick={() => {
                  // The list goes away: the focus stays in the navigation, on the button that opened it.
                  close();
                  goTo(name);
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function listed(frame: HTMLElement | null): readonly HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>("li button") ?? [])];
}

/** Counts on from the end to the start, and back. */
function focusOn(frame: HTMLElement | null, index: number): void {
  const buttons = listed(frame);
  buttons[(index + buttons.length) % buttons.length]?.focus();
}
