import type { HostObject } from "./executor";
import { text } from "./executor";
import type { PageLayout, Sheet } from "./model";
import { HostError, NotImplemented } from "./protocol";

/** Excel.PageLayout of a sheet: recorded, nothing is printed. */
export function pageLayout({ page }: Sheet): HostObject {
  return {
    kind: "PageLayout",
    sets: {
      Orientation: (orientation) => {
        if (orientation !== "Portrait" && orientation !== "Landscape") {
          throw new HostError("InvalidArgument", `${String(orientation)} is no orientation of a page.`);
        }
        page.orientation = orientation;
      },
      // Its parts can't be set one by one.
      Zoom: (zoom) => void (page.zoom = zoom as NonNullable<PageLayout["zoom"]>),
    },
    opens: {
      HeadersFooters: () => ({
        kind: "HeaderFooterGroup",
        opens: {
          DefaultForAllPages: () => ({
            kind: "HeaderFooter",
            sets: {
              CenterFooter: (words) => void (page.footer.center = String(words)),
              RightFooter: (words) => void (page.footer.right = String(words)),
            },
          }),
        },
      }),
    },
    calls: {
      SetPrintArea: (area) => {
        if (!/^[A-Z]{1,3}:[A-Z]{1,3}(,[A-Z]{1,3}:[A-Z]{1,3})*$/.test(text(area))) {
          throw new NotImplemented(`the print area ${text(area)}`);
        }
        page.area = text(area);
        return null;
      },
      SetPrintMargins: (unit, margins) => {
        if (unit !== "Inches") throw new NotImplemented(`margins in ${text(unit)}`);
        page.margins = margins as NonNullable<PageLayout["margins"]>;
        return null;
      },
      SetPrintTitleRows: (rows) => {
        const [, from, to] = /^\$(\d+):\$(\d+)$/.exec(text(rows)) ?? [];
        if (from === undefined || to === undefined) {
          throw new HostError("InvalidArgument", `${text(rows)} does not span entire rows.`);
        }
        page.titleRows = { from: Number(from) - 1, to: Number(to) - 1 };
        return null;
      },
    },
  };
}
