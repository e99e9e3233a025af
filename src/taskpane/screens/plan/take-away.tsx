import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { commaSeparated, tabSeparated, type TextCell } from "../../../sheets";
import { ByHand } from "../../components/by-hand";
import { copied } from "../../components/clipboard";
import { useLayout } from "../../components/layout";
import { saveText } from "../../components/save-text";

interface TakeAwayProps {
  /** What is taken away, after "Copy": `the trades`. Only heard, because it stands under its heading, unless `shown`. */
  readonly what: string;
  readonly shown?: boolean;
  readonly rows: readonly (readonly TextCell[])[];
  /** The name of the file with its ending; undefined where the window saves none, so that the text is shown instead. */
  readonly file: string | undefined;
  readonly say: (sentence: string) => void;
}

type Taken =
  | { readonly by: "copying" }
  | { readonly by: "saving"; readonly file: string }
  /** The window doesn't let Keel copy or save: the owner copies the text by hand. */
  | { readonly by: "hand"; readonly text: string };

/** Buttons that copy rows, for a web page or a spreadsheet, and save them as a CSV file. */
export function TakeAway({ what, shown = false, rows, file, say }: TakeAwayProps): ReactElement {
  const layout = useLayout();
  const [taken, setTaken] = useState<Taken>();

  const copy = async (): Promise<void> => {
    const text = tabSeparated(rows);
    if (await copied(text)) {
      setTaken({ by: "copying" });
      say(`Copied ${what}.`);
    } else {
      setTaken({ by: "hand", text });
    }
  };
  const save = (): void => {
    if (file === undefined) {
      setTaken({ by: "hand", text: commaSeparated(rows) });
      return;
    }
    // Excel takes a file for UTF-8 only if it begins with this mark.
    saveText(file, `\uFEFF${commaSeparated(rows)}`, "text/csv;charset=utf-8");
    setTaken({ by: "saving", file });
    say(`Saved ${what} as ${file}.`);
  };

  const asCsv = file === undefined ? "Show" : "Save";
  return (
    <>
      <div className={layout.buttons}>
        <Button onClick={() => void copy()}>
          {shown ? (
            `Copy ${what}`
          ) : (
            <>
              Copy<span className={layout.unseen}> {what}</span>
            </>
          )}
        </Button>
        <Button onClick={save}>
          {shown ? (
            `${asCsv} ${what} as CSV`
          ) : (
            <>
              {asCsv} as CSV<span className={layout.unseen}> {what}</span>
            </>
          )}
        </Button>
      </div>
      {taken?.by === "copying" && <p className={layout.small}>Copied. Paste it where you need it.</p>}
      {taken?.by === "saving" && (
        <>
          <p className={layout.small}>Saved as {taken.file}, where your browser puts downloads.</p>
          <div className={layout.buttons}>
            <Button size="small" onClick={() => setTaken({ by: "hand", text: commaSeparated(rows) })}>
              No file there? Show the text
            </Button>
          </div>
        </>
      )}
      {taken?.by === "hand" && <ByHand what={what} text={taken.text} />}
    </>
  );
}
