import { cellProperties, type Host } from "../host";

/** The parts of a workbook that undo has to give back. */
export function stateOf({ model }: Host): unknown {
  const plain = JSON.stringify(cellProperties({}));
  return {
    sheets: model.sheets.map(({ name, cells, formats, styles, widths, flags, results, validations, charts }) => ({
      name,
      cells: [...cells].sort(),
      formats: [...formats].filter(([, format]) => format !== "General").sort(),
      styles: [...styles]
        .map(([key, style]) => [key, JSON.stringify(cellProperties(style))])
        .filter(([, style]) => style !== plain)
        .sort(),
      widths: [...widths].filter(([, width]) => width !== 48),
      flags: flags.map((flag) => ({ ...flag })),
      results: [...results],
      validations: [...validations].sort(),
      charts: charts.map((chart) => ({ ...chart, id: "" })),
    })),
    tables: model.tables.map((table) => ({ ...table })),
  };
}
