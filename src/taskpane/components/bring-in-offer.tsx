import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Whereabouts } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { useLayout } from "./layout";

interface BringInOfferProps extends Pick<ScreenProps, "goTo"> {
  readonly list: Whereabouts;
}

/** Leads to where Keel makes a clean table of a list that formulas can't be about as it is, and brings that list along. */
export function BringInOffer({ goTo, list }: BringInOfferProps): ReactElement {
  const layout = useLayout();
  return (
    <>
      <p className={layout.text}>
        Bring the list in: Keel makes a clean table of it, and your own cells stay as they are.
      </p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("bring in", list)}>
          Bring it in
        </Button>
      </div>
    </>
  );
}
