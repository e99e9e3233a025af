import { Button, makeStyles, mergeClasses, Textarea, tokens, Field } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ClipboardEvent, type ReactElement, type RefObject } from "react";
import type { OwnTable, Source } from "../../../lists";
import { messageOf } from "../../standing/looks";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import type { ScreenProps } from "../screen";
import { fileSentence } from "./bring-in-words";
import { openFile, openText, sourceOfList } from "./open-files";
import { withSources, type BringIn } from "./state";

const useStyles = makeStyles({
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  others: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  paste: { "& textarea": { fontFamily: tokens.fontFamilyMonospace } },
});

interface SourcesCardProps extends Pick<ScreenProps, "workbook" | "say" | "today" | "survey"> {
  readonly bringIn: BringIn;
  readonly own: OwnTable | undefined;
  readonly change: (next: (old: BringIn) => BringIn) => void;
}

/** Where holdings come from: files that are chosen or dropped, cells that are pasted, cells of the workbook. */
export function SourcesCard({ workbook, say, today, bringIn, own, change }: SourcesCardProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const first = bringIn.sources.length === 0;

  const bring = async (
    read: () => Promise<{ sources: readonly Source[]; troubles: readonly string[] }>,
  ): Promise<void> => {
    setReading(true);
    setTroubles([]);
    try {
      const { sources, troubles: words } = await read();
      setTroubles(words);
      if (words.length > 0) say(words.join(" "));
      if (sources.length > 0) change((old) => withSources(old, sources));
    } catch (failure) {
      setTroubles([messageOf(failure)]);
    } finally {
      setReading(false);
    }
  };
  const files = (list: FileList | null): void => {
    const chosen = [...(list ?? [])];
    if (chosen.length === 0) return;
    void bring(async () => {
      const opened = await Promise.all(chosen.map((file) => openFile(file, today)));
      return {
        sources: opened.flatMap((each) => ("sources" in each ? each.sources : [])),
        troubles: opened.flatMap((each) => ("trouble" in each ? [fileSentence(each.file, each.trouble)] : [])),
      };
    });
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const text = event.clipboardData.getData("text/plain");
    if (text.trim() === "") return;
    event.preventDefault();
    const pasted = bringIn.sources.filter(({ from }) => from === "pasted").length;
    const name = pasted === 0 ? "Pasted cells" : `Pasted cells ${String(pasted + 1)}`;
    void bring(async () => ({ sources: [await openText(text, name)], troubles: [] }));
  };
  const selected = (): void => {
    void bring(async () => {
      const { table, around } = await workbook.selection();
      const cells = table ?? around;
      if (cells.values.every((row) => row.every((cell) => cell === ""))) {
        return { sources: [], troubles: ["The selected cell is blank. Select a cell of your holdings first."] };
      }
      if (table && own?.table.name === table.name) {
        return {
          sources: [],
          troubles: [`${table.name} is the table that Keel would write to. Select the cells that you have brought.`],
        };
      }
      const { block } = cells;
      return { sources: [await sourceOfList(workbook, { block, ...(table && { table: table.name }) })], troubles: [] };
    });
  };
  const card = useRef<HTMLElement>(null);
  const over = useDrop(card, files);
  const others = (
    <>
      <Field label={first ? "Or paste cells here" : "Paste cells here"}>
        <Textarea
          className={mergeClasses(layout.field, styles.paste)}
          rows={2}
          value=""
          onPaste={paste}
          onChange={() => undefined}
          resize="none"
        />
      </Field>
      <div className={layout.buttons}>
        <Button disabledFocusable={reading} onClick={selected}>
          Use the cells I selected
        </Button>
      </div>
    </>
  );
  return (
    <section className={layout.card} aria-label="Your files" ref={card}>
      {first && (
        <>
          <h3 className={layout.heading}>
            {own ? `Bring new figures into ${own.table.name}` : "Bring in your holdings"}
          </h3>
          <p className={layout.text}>
            Take the files that your brokers and your 401(k) let you download, several at once if you like: Fidelity,
            Schwab, Vanguard, E*TRADE and others, as .csv, .txt or .xlsx. Keel reads them on this machine; nothing
            leaves it.
          </p>
        </>
      )}
      <div className={mergeClasses(styles.drop, over && styles.over)}>
        <Button
          appearance={first ? "primary" : "secondary"}
          disabledFocusable={reading}
          onClick={() => input.current?.click()}
        >
          {first ? "Choose files" : "Add files"}
        </Button>
        <span className={layout.small}>or drop them here</span>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.xlsm"
          className={layout.unseen}
          tabIndex={-1}
          aria-label="Files with holdings"
          onChange={(event) => {
            files(event.target.files);
            // The same file can be chosen again.
            event.target.value = "";
          }}
        />
      </div>
      {first ? (
        others
      ) : (
        <details>
          <summary className={styles.summary}>Paste cells, or use cells of this workbook</summary>
          <div className={styles.others}>{others}</div>
        </details>
      )}
      {reading && <Waiting label="Reading" />}
      <div role="status">
        {troubles.map((words) => (
          <p key={words} className={layout.text}>
            {words}
          </p>
        ))}
      </div>
    </section>
  );
}

/**
 * Takes files that are dropped anywhere on the pane: dropped beside the box, a browser would open them in the pane's
 * place. Says whether something is being dragged over it.
 */
function useDrop(within: RefObject<HTMLElement>, take: (files: FileList | null) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const pane = within.current?.closest<HTMLElement>("[data-keel-pane]");
    if (!pane) return undefined;
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && pane.contains(event.relatedTarget))) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      latest.current(event.dataTransfer?.files ?? null);
    };
    // The workbench opens a workbook that is dropped anywhere else.
    pane.dataset["takesFiles"] = "";
    pane.addEventListener("dragover", drag);
    pane.addEventListener("dragleave", leave);
    pane.addEventListener("drop", drop);
    return () => {
      delete pane.dataset["takesFiles"];
      pane.removeEventListener("dragover", drag);
      pane.removeEventListener("dragleave", leave);
      pane.removeEventListener("drop", drop);
    };
  }, [within]);
  return over;
}
