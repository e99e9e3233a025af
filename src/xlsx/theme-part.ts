import { officeColours } from "./colours";
import { declaration } from "./xml";

/** The colour that a drawing gives. */
const placeholder = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`;

/**
 * The theme: what "the text colour", "accent 1" and "the body font" are. Excel opens a file without one, but its menus of
 * colours and fonts are then those of 2003. Colours and fonts are Office's defaults; the lines, fills and effects, which
 * only drawings use, are plain. Source: ECMA-376 Part 1, 20.1.6, which asks for three of each.
 */
export const themePart =
  `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>` +
  `<a:clrScheme name="Office">${officeColours.map(([name, colour]) => `<a:${name}>${colourPart(name, colour)}</a:${name}>`).join("")}</a:clrScheme>` +
  `<a:fontScheme name="Office">${fontPart("majorFont", "Calibri Light")}${fontPart("minorFont", "Calibri")}</a:fontScheme>` +
  `<a:fmtScheme name="Office">` +
  `<a:fillStyleLst>${three(() => placeholder)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${three((width) => `<a:ln w="${width * 6350}" cap="flat" cmpd="sng" algn="ctr">${placeholder}<a:prstDash val="solid"/></a:ln>`)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${three(() => "<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${three(() => placeholder)}</a:bgFillStyleLst>` +
  `</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;

/** The two that Windows decides, with what they usually are: black on white. */
function colourPart(name: string, colour: string): string {
  if (name === "dk1") return `<a:sysClr val="windowText" lastClr="${colour}"/>`;
  if (name === "lt1") return `<a:sysClr val="window" lastClr="${colour}"/>`;
  return `<a:srgbClr val="${colour}"/>`;
}

function fontPart(kind: string, name: string): string {
  return `<a:${kind}><a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}>`;
}

function three(part: (which: number) => string): string {
  return [1, 2, 3].map(part).join("");
}
