import { createRoot, type Root } from "react-dom/client";
import { connectExcel } from "../workbook";
import { Connecting } from "./connecting";
import { mountPane } from "./mount";

const element = document.getElementById("pane");
if (element) void start(element);

/** Draws the shell at once, asks Excel for the workbook, then draws the pane or says why there is none. */
async function start(place: HTMLElement): Promise<void> {
  // In Excel the pane is the whole page; in the workbench it stands beside the page's main part.
  place.setAttribute("role", "main");
  const shell: Root = createRoot(place);
  shell.render(<Connecting state="waiting" />);
  let connection = await connectExcel({ address: location.href });
  if (connection.kind === "timeout") {
    shell.render(<Connecting state="no answer" again={wasReloaded()} reload={() => location.reload()} />);
    // Excel may be slow only, and answer while the owner reads this.
    connection = await connection.late;
  }
  if (connection.kind === "excel") {
    shell.unmount();
    // The pane scrolls by itself, so the page around it doesn't.
    place.style.height = "100vh";
    document.body.style.overflow = "hidden";
    const { workbook, theme, onThemeChange } = connection;
    const { namespace } = document.documentElement.dataset;
    mountPane(place, workbook, { theme, onThemeChange, ...(namespace ? { namespace } : {}) });
  } else {
    shell.render(
      connection.kind === "blocked" ? (
        <Connecting state="blocked" again={wasReloaded()} reload={() => location.reload()} />
      ) : (
        <Connecting state="not Excel" />
      ),
    );
  }
}

/** Whether this page is itself a reload, so that one did not help. */
function wasReloaded(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "reload";
}
