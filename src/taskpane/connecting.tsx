import { Button, FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { Brand } from "./components/brand";
import { useLayout } from "./components/layout";
import { darkTheme, lightTheme } from "./components/theme";
import { TroubleCard } from "./components/trouble-card";
import { useDark } from "./components/use-dark";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    boxSizing: "border-box",
    minHeight: "100vh",
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** How long Excel may take before waiting is shown, in milliseconds; most of the time nobody sees it. */
const PATIENCE = 400;

type ConnectingProps =
  | { readonly state: "waiting" }
  | { readonly state: "not Excel" }
  /** `again`: a reload has not helped. */
  | { readonly state: "blocked" | "no answer"; readonly again: boolean; readonly reload: () => void };

/** What stands in the pane before there is a workbook: waiting for Excel, or why it did not come. */
export function Connecting(props: ConnectingProps): ReactElement {
  const dark = useDark("system");
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <State {...props} />
    </FluentProvider>
  );
}

function State(props: ConnectingProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>
        <Brand />
      </div>
      <div>
        {props.state === "waiting" && <Waiting />}
        {props.state === "not Excel" && <NotExcel />}
        {props.state === "blocked" && <Blocked {...props} />}
        {props.state === "no answer" && <NoAnswer {...props} />}
      </div>
    </div>
  );
}

function NotExcel(): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Keel works inside Excel">
      <p className={layout.text}>
        This page is Keel’s pane for Excel. Open a workbook in Excel, then choose Keel on the Home ribbon.
      </p>
      <p className={layout.text}>
        No Excel at hand?{" "}
        <a className={layout.link} href="workbench.html">
          Try Keel in the workbench
        </a>
        , a spreadsheet in this browser.
      </p>
    </TroubleCard>
  );
}

interface ReloadingProps {
  readonly again: boolean;
  readonly reload: () => void;
}

function Blocked({ again, reload }: ReloadingProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Microsoft’s script did not load">
      <p className={layout.text}>
        Keel speaks with Excel through a script of Microsoft’s, which could not be loaded. Check that this computer is
        online, then reload.
      </p>
      {again && (
        <p className={layout.text}>
          If it stays: a firewall, a proxy or a setting blocks it. An administrator has to allow{" "}
          <strong>appsforoffice.microsoft.com</strong>, and “optional connected experiences” in Office’s privacy
          settings. <HowToLoad />
        </p>
      )}
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={reload}>
          {again ? "Reload once more" : "Reload"}
        </Button>
      </div>
    </TroubleCard>
  );
}

function HowToLoad(): ReactElement {
  const layout = useLayout();
  return (
    <a className={layout.link} href="support.html#loading" target="_blank" rel="noreferrer">
      What to do when it doesn’t load
    </a>
  );
}

function NoAnswer({ again, reload }: ReloadingProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Excel has not answered">
      <p className={layout.text}>
        {again
          ? "Reloading did not help. Close this pane and open it again from the Home ribbon. If that does not help either, restart Excel."
          : "This happens now and then while Excel starts. Reloading usually helps."}
      </p>
      {again && (
        <p className={layout.text}>
          <HowToLoad />
        </p>
      )}
      <div className={layout.buttons}>
        <Button appearance={again ? "secondary" : "primary"} onClick={reload}>
          {again ? "Reload once more" : "Reload"}
        </Button>
      </div>
    </TroubleCard>
  );
}

function Waiting(): ReactElement | null {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Spinner label="Connecting to Excel" size="small" /> : null;
}
