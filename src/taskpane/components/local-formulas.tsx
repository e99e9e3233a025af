import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from "react";
import { inLocalForm, plainSeparators, type Separators } from "../../sheets";
import type { Workbook } from "../../workbook";

const OwnerSeparators = createContext<Separators>(plainSeparators);

/** Has the formulas inside it shown as the owner of this workbook's host types them. */
export function LocalFormulas({
  workbook,
  children,
}: {
  readonly workbook: Workbook;
  readonly children: ReactNode;
}): ReactElement {
  const [separators, setSeparators] = useState(plainSeparators);
  useEffect(() => {
    let wanted = true;
    workbook.separators().then(
      (found) => wanted && setSeparators(found),
      // Formulas are then shown as files keep them.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [workbook]);
  return <OwnerSeparators.Provider value={separators}>{children}</OwnerSeparators.Provider>;
}

/** Writes a formula, or a part of one, as its owner would type it. */
export function useLocalForm(): (formula: string) => string {
  const separators = useContext(OwnerSeparators);
  return (formula) => inLocalForm(formula, separators);
}
