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
  | { readonly state: "no answer"; readonly again: boolean; readonly reload: () => void };

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

function NoAnswer({ again, reload }: { readonly again: boolean; readonly reload: () => void }): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title="Excel has not answered">
      <p className={layout.text}>
        {again
          ? "Reloading did not help. Close this pane and open it again from the Home ribbon. If that does not help either, restart Excel."
          : "This happens now and then while Excel starts. Reloading usually helps."}
      </p>
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
