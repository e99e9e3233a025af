import { Checkbox } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { TrustPrompt } from "../../../workbook";
import { useLayout } from "../../components/layout";
import { messageOf } from "../../standing/looks";

interface TrustProps {
  readonly trust: TrustPrompt;
  readonly say: (sentence: string) => void;
}

/** What Excel asks the people who open the workbook itself, and a way to keep it from asking. */
export function Trust({ trust, say }: TrustProps): ReactElement {
  const layout = useLayout();
  const [asks, setAsks] = useState(() => trust.asks());
  const [trouble, setTrouble] = useState<string>();

  const change = async (ask: boolean): Promise<void> => {
    setTrouble(undefined);
    try {
      await trust.letAsk(ask);
      say(ask ? "Excel asks again." : "Excel will not ask. Save your workbook to keep that.");
    } catch (failure) {
      setTrouble(messageOf(failure));
    }
    setAsks(trust.asks());
  };

  return (
    <section className={layout.card} aria-labelledby="keel-share-trust">
      <h3 className={layout.subheading} id="keel-share-trust">
        If you share this workbook itself
      </h3>
      <p className={layout.text}>
        Excel on Windows and Mac asks people who don’t have Keel whether to trust it, because the workbook has Keel’s
        formulas. Nothing happens to their computer either way: without Keel they see your figures as they were last
        worked out, and #NAME? where Excel works them out again. An adviser copy has no such formulas.
      </p>
      <Checkbox
        label="Don’t ask people who open it without Keel"
        checked={!asks}
        onChange={(_, { checked }) => void change(checked !== true)}
      />
      <p className={layout.small}>
        {asks
          ? "It is a setting of this workbook, and counts for all add-ins in it."
          : "Save your workbook to keep this. It counts for all add-ins in it: nobody is asked about those either, and whoever wants Keel adds it from Excel’s Add-ins."}
      </p>
      {trouble !== undefined && (
        <p className={layout.text} role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}
