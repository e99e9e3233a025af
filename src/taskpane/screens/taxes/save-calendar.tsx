import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { SafeDate } from "../../../engine";
import { VERSION } from "../../../operations";
import { isoDay } from "../../../ranges";
import { calendarFile } from "../../../sheets";
import { ByHand } from "../../components/by-hand";
import { useLayout } from "../../components/layout";
import { saveText } from "../../components/save-text";
import type { ScreenProps } from "../screen";
import { CALENDAR_NAME, dateNote, dateTitle } from "./calendar-words";

type SaveCalendarProps = Pick<ScreenProps, "workbook" | "today" | "say"> & { readonly dates: readonly SafeDate[] };

/** Saves dates as a file that calendars take in; shows its text where the window saves none. */
export function SaveCalendar({ workbook, today, say, dates }: SaveCalendarProps): ReactElement {
  const layout = useLayout();
  const [taken, setTaken] = useState<"saved" | "shown">();
  const { savesFiles } = workbook.host;
  const file = `keel-dates-${isoDay(today)}.ics`;
  // A record of a date is the same at each look at the workbook, so that calendars don't take it in twice.
  const text = (): string =>
    calendarFile(
      dates.map((date) => ({
        ...{ day: date.day, title: dateTitle(date), note: dateNote(date) },
        id: Object.values(date).join("-"),
      })),
      { name: CALENDAR_NAME, product: `Keel ${VERSION}`, made: new Date() },
    );
  const save = (): void => {
    if (!savesFiles) {
      setTaken("shown");
      return;
    }
    saveText(file, text(), "text/calendar;charset=utf-8");
    setTaken("saved");
    say(`Saved the dates as ${file}.`);
  };
  return (
    <>
      <div className={layout.buttons}>
        <Button onClick={save}>{savesFiles ? "Save as a calendar file" : "Show as a calendar file"}</Button>
      </div>
      {taken === "saved" && (
        <>
          <p className={layout.small}>
            Saved as {file}, where your browser puts downloads. Open it, and your calendar offers to add the dates; once
            it has one, it doesn’t add it again.
          </p>
          <div className={layout.buttons}>
            <Button size="small" onClick={() => setTaken("shown")}>
              No file there? Show the text
            </Button>
          </div>
        </>
      )}
      {taken === "shown" && (
        <>
          <ByHand what="the calendar file" text={text()} />
          <p className={layout.small}>Paste it into a text file called {file}, and open that with your calendar.</p>
        </>
      )}
    </>
  );
}
