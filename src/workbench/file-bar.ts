import type { GridWorkbook } from "./grid";
import { inWords, isCancelled } from "./failures";
import { letPass, notify, whileSaying, type Going } from "./notice";
import { place } from "./place";
import type { Saving } from "./saving";
import {
  notInFile,
  openBlank,
  openFile,
  openOwnList,
  openSample,
  sampleOf,
  saveFile,
  type Opened,
} from "./workbook-files";

/** Brings the file buttons of the top bar to life, and lets files be dropped onto the page. */
export function startFileBar(workbook: GridWorkbook, saving: Saving): void {
  const chooser = place("file") as HTMLInputElement;

  const save = async (knowing = false): Promise<boolean> => {
    try {
      const lost = knowing ? [] : notInFile(workbook);
      if (lost.length > 0) {
        const anyway = { words: "Save without them", act: () => void save(true) };
        notify(["Nothing was saved yet, because a file made here does not hold these:", ...lost], "trouble", [anyway]);
        return false;
      }
      const name = await whileSaying("Making the file…", () => saveFile(workbook));
      saving.filed();
      notify([`Saved as ${name}. Look for it where your browser keeps downloads.`], "passing");
      return true;
    } catch (failure) {
      notify([`The file could not be made. ${inWords(failure)} Your workbook is still here.`], "trouble");
      return false;
    }
  };

  let opening = false;
  const open = async (file: File): Promise<void> => {
    if (opening) {
      notify(["Another file is being opened. Wait for it or cancel it, then open this one."], "trouble");
      return;
    }
    opening = true;
    letPass();
    const work = async (going: Going): Promise<Opened> => {
      const opened = await openFile(workbook, file, going, (lost) => agreeTo(file.name, lost));
      await saving.replaced();
      return opened;
    };
    try {
      const { said, later } = await whileSaying(`Opening ${file.name}…`, work, "Cancel");
      const news = said.length === 0 ? `Opened ${file.name}.` : `Opened ${file.name}, except for this:`;
      notify([news, ...said], said.length === 0 ? "passing" : "news");
      void later?.then((more) => {
        if (more.length > 0) notify([`The formulas of ${file.name} are worked out:`, ...more], "news");
      });
    } catch (failure) {
      if (isCancelled(failure)) notify([`Opening ${file.name} was cancelled. Nothing was changed.`], "passing");
      else notify([`${file.name} could not be opened. ${inWords(failure)} Nothing was changed.`], "trouble");
    } finally {
      opening = false;
    }
  };

  const unlessItMatters = async (words: { readonly question: string; readonly yes: string }): Promise<boolean> => {
    if (!saving.unfiled) return true;
    const said = await ask({ ...words, save: true });
    return said === "go on" || (said === "save" && (await save()));
  };
  const replacing = (what: string): { readonly question: string; readonly yes: string } => ({
    question: `${what} will take the place of this workbook, which has changes that are not saved in a file yet.`,
    yes: "Go on without saving",
  });

  const openUnlessItMatters = async (file: File): Promise<void> => {
    if (await unlessItMatters(replacing(file.name))) await open(file);
  };
  place("open").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    // A field that still holds the file stays silent when the user chooses the same file again.
    chooser.value = "";
    if (file) void openUnlessItMatters(file);
  });
  place("save").addEventListener("click", () => void save());
  for (const { id, what, make, then } of beginnings) {
    place(id).addEventListener("click", () => {
      void unlessItMatters(replacing(what)).then(async (yes) => {
        if (!yes) return;
        await whileSaying("Making the workbook…", async () => {
          await make(workbook);
          await saving.replaced();
        });
        notify([then], "passing");
      });
    });
  }
  acceptDrops((file) => void openUnlessItMatters(file));
}

/** What one can begin with instead of a file: the button, what it is called, how it is made, and what is said then. */
const beginnings: readonly {
  readonly id: string;
  readonly what: string;
  readonly make: (workbook: GridWorkbook) => Promise<void>;
  readonly then: string;
}[] = [
  { id: "blank", what: "A blank workbook", make: openBlank, then: "This is a blank workbook." },
  {
    id: "own-list",
    what: "A workbook for your own list",
    make: openOwnList,
    then: "Type or paste your funds below the headings, a row each. The pane reads them as you go.",
  },
  {
    id: "household",
    what: "The sample household",
    make: (workbook) => openSample(workbook, "household"),
    then: "This is the sample household: three accounts and their plan.",
  },
  {
    id: "one-account",
    what: "The sample 401(k)",
    make: (workbook) => openSample(workbook, "401k"),
    then: "This is the sample 401(k): one account, without a plan yet.",
  },
  {
    id: "sample",
    what: "The sample",
    make: (workbook) => openSample(workbook, sampleOf(new URL(location.href))),
    then: "This is the sample again.",
  },
];

/** Asks whether a file is opened without what the workbench has no place for. */
async function agreeTo(name: string, lost: readonly string[]): Promise<boolean> {
  const question = `${name} holds charts or pictures that are not shown here and that a file saved here will not have. Your file stays as it is.`;
  return (await ask({ question, more: lost, yes: "Open it without them", save: false })) === "go on";
}

interface Question {
  readonly question: string;
  /** More of it, in sentences. */
  readonly more?: readonly string[];
  readonly yes: string;
  /** Whether saving first is offered. */
  readonly save: boolean;
}

/** Asks in a dialog whether something may be lost. Esc is no. */
function ask({ question, more = [], yes, save }: Question): Promise<"save" | "go on" | "stay"> {
  const dialog = place("question") as HTMLDialogElement;
  place("question-words").textContent = question;
  place("question-more").textContent = more.join(" ");
  place("question-yes").textContent = yes;
  place("question-yes").classList.toggle("main", !save);
  place("question-save").hidden = !save;
  dialog.returnValue = "stay";
  for (const choice of dialog.querySelectorAll("button")) choice.onclick = () => dialog.close(choice.value);
  dialog.showModal();
  return new Promise((answer) => {
    const closed = (): void => {
      const said = dialog.returnValue;
      answer(said === "save" || said === "go on" ? said : "stay");
    };
    dialog.addEventListener("close", closed, { once: true });
  });
}

/** Lets one file be dropped anywhere on the page but where the pane takes files: otherwise the browser would leave the page for it. */
function acceptDrops(open: (file: File) => void): void {
  // The pane takes some files itself, and marks where.
  const takenThere = ({ target }: DragEvent): boolean =>
    target instanceof Element && target.closest("[data-takes-files]") !== null;
  const holdsFiles = (event: DragEvent): boolean =>
    (event.dataTransfer?.types.includes("Files") ?? false) && !takenThere(event);
  const mark = (over: boolean): void => void document.body.classList.toggle("dropping", over);
  const capture = { capture: true };
  document.addEventListener(
    "dragover",
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      mark(true);
    },
    capture,
  );
  document.addEventListener(
    "dragleave",
    (event) => {
      if (event.relatedTarget === null) mark(false);
    },
    capture,
  );
  document.addEventListener(
    "drop",
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      mark(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const [file] = files;
      if (files.length > 1) notify(["Drop one file at a time."], "trouble");
      else if (file) open(file);
    },
    capture,
  );
}
