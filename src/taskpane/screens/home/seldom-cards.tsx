import { lazy, Suspense, type ComponentProps, type ReactElement } from "react";

// Both answer something that happens now and then: their code comes with the other screens', so that the pane opens sooner.
const OutdatedCard = lazy(async () => {
  const found = await import(/* webpackChunkName: "screens" */ "../../components/outdated-card");
  return { default: found.OutdatedCard };
});
const RowsBelow = lazy(async () => {
  const found = await import(/* webpackChunkName: "screens" */ "./rows-below");
  return { default: found.RowsBelow };
});

type SeldomCardsProps = ComponentProps<typeof OutdatedCard> & ComponentProps<typeof RowsBelow>;

/** What Home asks or says before its verdict: of rows below the list, and of values from before the last trades. */
export function SeldomCards(props: SeldomCardsProps): ReactElement | null {
  const { below, outdated, typed } = props;
  const ofRows = below !== undefined || typed.below !== undefined;
  const ofValues = outdated !== undefined || typed.valuesPut !== undefined;
  if (!ofRows && !ofValues) return null;
  return (
    <Suspense fallback={null}>
      {ofRows && <RowsBelow {...props} />}
      {ofValues && <OutdatedCard {...props} />}
    </Suspense>
  );
}
