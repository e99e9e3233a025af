import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { version } from "../operations";
import type { Workbook } from "../workbook";
import type { Correction } from "./holdings/look";
import { sameList, type Columns, type Whereabouts } from "./holdings/list";
import { useLook } from "./holdings/use-look";
import { Brand } from "./look/brand";
import { useLayout } from "./look/layout";
import { Navigation } from "./look/navigation";
import { ScreenGuard } from "./look/screen-guard";
import { darkTheme, lightTheme } from "./look/theme";
import { useDark, type ThemeChoice } from "./look/use-dark";
import { screens, type ScreenName } from "./screens";
import { freshDraft, type Draft } from "./screens/set-up/draft";

const useStyles = makeStyles({
  // WebView2 hides a scrollbar that isn't asked for.
  pane: {
    display: "flex",
    flexDirection: "column",
    boxSizing: "border-box",
    height: "100%",
    overflowX: "hidden",
    overflowY: "scroll",
    backgroundColor: tokens.colorNeutralBackground3,
    colorScheme: "light dark",
  },
  // The corner at the top right is Excel's own.
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 40px 0 ${tokens.spacingHorizontalM}`,
  },
  screen: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
  },
  footer: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
});

interface PaneProps {
  readonly workbook: Workbook;
  readonly theme: ThemeChoice;
  readonly namespace: string;
}

/** The task pane over a workbook. It keeps what the user typed and chose, whatever becomes of a single screen. */
export function Pane({ workbook, theme, namespace }: PaneProps): ReactElement {
  const dark = useDark(theme);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} style={{ height: "100%" }}>
      <Shell workbook={workbook} namespace={namespace} />
    </FluentProvider>
  );
}

function Shell({ workbook, namespace }: Omit<PaneProps, "theme">): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const [shown, setShown] = useState<ScreenName>("home");
  const [draft, setDraft] = useState<Draft>(freshDraft);
  const [chosen, setChosen] = useState<readonly Correction[]>([]);
  const [spoken, say] = useState("");

  const pinned = shown === "set up" ? draft.list : undefined;
  const memory = useMemo(() => ({ chosen, ...(pinned ? { pinned } : {}) }), [chosen, pinned]);
  const [looking, lookAgain] = useLook(workbook, memory);
  const choose = useCallback((list: Whereabouts, columns: Columns) => {
    setChosen((old) => [{ list, columns }, ...old.filter((correction) => !sameList(correction.list, list))]);
  }, []);

  const screen = screens.find(({ name }) => name === shown);
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <Brand />
        <Navigation places={screens} here={shown} goTo={setShown} />
      </header>
      <section className={styles.screen} aria-label={screen?.label}>
        <ScreenGuard key={shown}>
          {screen && (
            <screen.Show
              workbook={workbook}
              namespace={namespace}
              looking={looking}
              lookAgain={lookAgain}
              goTo={setShown}
              say={say}
              draft={draft}
              changeDraft={setDraft}
              choose={choose}
            />
          )}
        </ScreenGuard>
      </section>
      <footer className={styles.footer}>
        <p className={layout.small}>Keel {versionText()}</p>
        <p className={layout.small}>Not advice. Nothing leaves this workbook.</p>
      </footer>
      <div className={layout.unseen} aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}

function versionText(): string {
  const answer = version();
  const text = answer.ok ? answer.cells[0]?.[0] : undefined;
  return typeof text === "string" ? text : "";
}
