import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type ReactElement } from "react";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  text: {
    boxSizing: "border-box",
    width: "100%",
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The text itself, selected, for windows that forbid copying and saving. It takes the focus, so that Ctrl+C copies it. */
export function ByHand({ what, text }: { readonly what: string; readonly text: string }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <div className={layout.stack}>
      <label className={layout.text} htmlFor={id}>
        Press Ctrl+C to copy {what} (on a Mac, ⌘C)
      </label>
      <textarea
        id={id}
        ref={area}
        className={styles.text}
        readOnly
        value={text}
        rows={Math.min(6, text.split("\n").length + 1)}
      />
    </div>
  );
}
