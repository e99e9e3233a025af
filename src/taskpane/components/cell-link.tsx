import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { localAddress, type Block } from "../../sheets/index";
import type { Workbook } from "../../workbook/index";
import { messageOf } from "../standing/looks";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  link: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    font: "inherit",
    textAlign: "left",
    textDecorationLine: "underline",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface CellLinkProps {
  readonly workbook: Workbook;
  readonly block: Block;
  /** What it reads; without it, where the cells are: `G4 on sheet Plan`. */
  readonly words?: string;
  readonly say: (sentence: string) => void;
}

/** A link to cells of the workbook: goes there and selects them. */
export function CellLink({ workbook, block, words, say }: CellLinkProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const place = placeInWords(block);
  const name = words ?? place;
  return (
    <button
      type="button"
      className={mergeClasses(layout.link, styles.link)}
      aria-label={words === undefined ? `Go to ${place}` : undefined}
      onClick={() => void workbook.show(block).catch((failure: unknown) => say(messageOf(failure)))}
    >
      {name}
    </button>
  );
}

/** Says where cells are: `G4 on sheet Plan`. */
export function placeInWords(block: Block): string {
  return `${localAddress(block)} on sheet ${block.sheet}`;
}
