import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { VERSION } from "../operations";
import type { Workbook } from "../workbook";
import { useHealth } from "./health/use-health";
import { healthLine, needsALook } from "./health/words";
import { listIsStillThere, planIsStillThere, sameList, type ListColumns, type Whereabouts } from "../lists";
import type { OnLook } from "./standing/looks";
import { useLooks, useSurvey } from "./standing/use-survey";
import { Brand } from "./components/brand";
import { focusOnHeading, useKeptFocus } from "./components/kept-focus";
import { useLayout } from "./components/layout";
import { LocalFormulas } from "./components/local-formulas";
import { Navigation } from "./components/navigation";
import { NotLoaded } from "./components/not-loaded";
import { ScreenGuard } from "./components/screen-guard";
import { darkTheme, lightTheme } from "./components/theme";
import { useDark, useTheme, type FollowTheme, type ThemeChoice } from "./components/use-dark";
import { Waiting } from "./components/waiting";
import { screens, useScreen, type ScreenName } from "./screens";
import type { Draft } from "./screens/set-up/draft";
import { daySerial } from "./standing/day";
import { nothingTyped, type Typed } from "./typed";

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
  header: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} 0` },
  // The corner at the top right is Excel's own.
  brand: { padding: `${tokens.spacingVerticalXS} 40px 0 ${tokens.spacingHorizontalS}` },
  screen: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    ":focus": { outlineStyle: "none" },
  },
  footer: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  unwell: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    font: "inherit",
    textAlign: "left",
    textDecorationLine: "underline",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface PaneProps {
  readonly workbook: Workbook;
  readonly theme: ThemeChoice;
  readonly onThemeChange: FollowTheme | undefined;
  readonly namespace: string;
}

/** The task pane over a workbook. It keeps what the user typed and chose, whatever becomes of a single screen. */
export function Pane({ workbook, theme, onThemeChange, namespace }: PaneProps): ReactElement {
  const dark = useDark(useTheme(theme, onThemeChange));
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} style={{ height: "100%" }}>
      <LocalFormulas workbook={workbook}>
        <Shell workbook={workbook} namespace={namespace} />
      </LocalFormulas>
    </FluentProvider>
  );
}

function Shell({ workbook, namespace }: Omit<PaneProps, "theme" | "onThemeChange">): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const [shown, setShown] = useState<ScreenName>("home");
  const [typed, setTyped] = useState<Typed>(nothingTyped);
  const { draft, corrections: chosen } = typed;
  const [spoken, say] = useState("");

  const changeTyped = useCallback((change: (typed: Typed) => Partial<Typed>) => {
    setTyped((old) => ({ ...old, ...change(old) }));
  }, []);
  const changeDraft = useCallback(
    (change: (draft: Draft) => Draft) => changeTyped((old) => ({ draft: change(old.draft) })),
    [changeTyped],
  );

  const pinned = shown === "set up" ? draft.list : undefined;
  const memory = useMemo(() => ({ chosen, ...(pinned ? { pinned } : {}) }), [chosen, pinned]);
  const { survey, behind, surveyAgain, onLook } = useSurvey(workbook, memory);
  const { standing, today } = survey.state === "seen" ? survey : { standing: undefined, today: daySerial(new Date()) };
  const choose = useCallback(
    (list: Whereabouts, columns: ListColumns) => {
      changeTyped(({ corrections }) => ({
        corrections: [{ list, columns }, ...corrections.filter((correction) => !sameList(correction.list, list))],
      }));
    },
    [changeTyped],
  );

  const startAnew = useCallback(() => setTyped(nothingTyped), []);

  const [checking, checkAgain] = useHealth(workbook);

  const section = useRef<HTMLElement>(null);
  useKeptFocus(section);
  const [arrivals, countArrival] = useState(0);
  const goTo = useCallback(
    (name: ScreenName, list?: Whereabouts) => {
      if (list) changeTyped(({ bringIn }) => ({ bringIn: { ...bringIn, offered: list } }));
      setShown(name);
      countArrival((number) => number + 1);
    },
    [changeTyped],
  );
  const found = useScreen(shown);
  useEffect(() => {
    if (arrivals > 0 && found.state === "there") focusOnHeading(section.current);
  }, [arrivals, found.state]);

  const screen = screens.find(({ name }) => name === shown);
  const line = healthLine(checking);
  return (
    <div className={styles.pane} data-keel-pane="">
      <DraftWatch workbook={workbook} onLook={onLook} draft={draft} startAnew={startAnew} />
      <div className={styles.header}>
        <div className={styles.brand}>
          <Brand />
        </div>
        <Navigation places={screens} here={shown} goTo={setShown} />
      </div>
      <section className={styles.screen} aria-label={screen?.label} ref={section} tabIndex={-1}>
        {behind && <Waiting label="Working it out…" />}
        <ScreenGuard key={shown}>
          {found.state === "loading" && <Waiting label="Opening" />}
          {found.state === "failed" && <NotLoaded again={found.again} />}
          {found.state === "there" && (
            <found.Show
              workbook={workbook}
              namespace={namespace}
              survey={survey}
              surveyAgain={surveyAgain}
              onLook={onLook}
              goTo={goTo}
              checking={checking}
              checkAgain={checkAgain}
              say={say}
              standing={standing}
              today={today}
              typed={typed}
              changeTyped={changeTyped}
              draft={draft}
              changeDraft={changeDraft}
              choose={choose}
            />
          )}
        </ScreenGuard>
      </section>
      <div className={styles.footer}>
        <p className={layout.small}>
          Keel {VERSION}
          {line !== "" && " · "}
          {needsALook(checking) ? (
            <button type="button" className={mergeClasses(layout.link, styles.unwell)} onClick={() => goTo("repair")}>
              {line}
            </button>
          ) : (
            line
          )}
        </p>
        <p className={layout.small}>Not advice. Nothing leaves this workbook.</p>
      </div>
      <div className={layout.unseen} aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}

interface DraftWatchProps {
  readonly workbook: Workbook;
  readonly onLook: OnLook;
  readonly draft: Draft;
  readonly startAnew: () => void;
}

/**
 * Watches whether the draft still belongs to what is in the workbook. When its list or the plan that it became is gone,
 * the workbook has become another one, or its owner has begun anew: so does the pane.
 */
function DraftWatch({ workbook, onLook, draft, startAnew }: DraftWatchProps): null {
  const { list, inserted } = draft;
  const looks = useLooks(onLook);
  useEffect(() => {
    if (!list) return undefined;
    let current = true;
    const plan = inserted?.state === "there" || inserted?.state === "not to be taken back" ? inserted.act : undefined;
    const remains = async (): Promise<boolean> =>
      (await listIsStillThere(workbook, list)) && (!plan || (await planIsStillThere(workbook, plan)));
    remains().then(
      (there) => {
        if (current && !there && inserted?.state !== "being taken back") startAnew();
      },
      // A workbook that can't be read now is no other one.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks, list, inserted, startAnew]);
  return null;
}
