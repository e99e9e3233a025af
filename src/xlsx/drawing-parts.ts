import type { Block, Picture, Sheet } from "../sheets";
import { columnsOf, rowsOf, unitsPerPixel } from "./drawing-places";
import { withoutControls } from "./stored-text";
import { declaration, escaped } from "./xml";

/**
 * Writes a sheet's drawing (`xl/drawings/drawing1.xml`): its charts and pictures with their places. The charts have the
 * relationships rId1, rId2, …, the pictures those after them.
 */
export function drawingPart(sheet: Sheet): string {
  const charts = sheet.charts.map((chart, index) => {
    const id = index + 1;
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${corner("from", chart.at.row, chart.at.column)}` +
      corner("to", chart.at.row + chart.at.height, chart.at.column + chart.at.width) +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
      `<xdr:cNvPr id="${id + 1}" name="${words(chart.name)}" descr="${words(chart.words)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
      `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${id}"/></a:graphicData></a:graphic>` +
      `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  const pictures = sheet.pictures.map((picture, index) => {
    const id = sheet.charts.length + index + 1;
    const { width, height } = fitted(picture, sheet);
    const extent = `cx="${Math.round(width * unitsPerPixel)}" cy="${Math.round(height * unitsPerPixel)}"`;
    return (
      `<xdr:oneCellAnchor>${corner("from", picture.at.row, picture.at.column)}<xdr:ext ${extent}/>` +
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id + 1}" name="Picture ${index + 1}" descr="${words(picture.words)}"/>` +
      `<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>` +
      `</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
    );
  });
  return (
    `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${charts.join("")}${pictures.join("")}</xdr:wsDr>`
  );
}

function words(text: string): string {
  return escaped(withoutControls(text));
}

function corner(name: "from" | "to", row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

/** The size of a picture in pixels: as large as its cells allow, in its own proportions. */
function fitted({ at, png }: Picture, sheet: Sheet): { width: number; height: number } {
  const room = roomOf(at, sheet);
  const own = pixelsOf(png);
  if (!own) return room;
  const scale = Math.min(room.width / own.width, room.height / own.height);
  return { width: own.width * scale, height: own.height * scale };
}

function roomOf(block: Block, sheet: Sheet): { width: number; height: number } {
  const total = (pixels: (index: number) => number, first: number, count: number): number =>
    Array.from({ length: count }, (_, index) => pixels(first + index)).reduce((sum, each) => sum + each, 0);
  return {
    width: total(columnsOf(sheet).pixels, block.column, block.width),
    height: total(rowsOf(sheet).pixels, block.row, block.height),
  };
}

/** A PNG's width and height, from its header (PNG specification, 11.2.2 IHDR). */
function pixelsOf(png: Uint8Array): { width: number; height: number } | undefined {
  const at = (start: number): number =>
    [0, 1, 2, 3].reduce((number, offset) => number * 256 + (png[start + offset] ?? 0), 0);
  const width = at(16);
  const height = at(20);
  return png[0] === 0x89 && width > 0 && height > 0 ? { width, height } : undefined;
}
