import { useEffect, useState } from "react";
import { loadCatalogue, namesOnly, type Catalogue } from "./catalogue";

export type Cataloguing =
  | { readonly state: "loading" }
  /** Without descriptions where functions.json could not be loaded. */
  | { readonly state: "loaded"; readonly catalogue: Catalogue; readonly complete: boolean };

let loaded: Catalogue | undefined;

/** Keel's functions as functions.json describes them, loaded once for all screens. */
export function useCatalogue(): Cataloguing {
  const [cataloguing, setCataloguing] = useState<Cataloguing>(
    loaded ? { state: "loaded", catalogue: loaded, complete: true } : { state: "loading" },
  );
  useEffect(() => {
    if (loaded) return;
    let gone = false;
    loadCatalogue().then(
      (catalogue) => {
        loaded = catalogue;
        if (!gone) setCataloguing({ state: "loaded", catalogue, complete: true });
      },
      () => {
        if (!gone) setCataloguing({ state: "loaded", catalogue: namesOnly, complete: false });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return cataloguing;
}
