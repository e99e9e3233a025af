import type { Block, Picture, Sheet } from "../sheets";
import { columnPixels, rowPixels, usual } from "./measures";
import { declaration, escaped } from "./xml";

/** English Metric Units, in which drawings are measured, for a pixel at 96 an inch. */
const unitsPerPixel = 9525;

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
      `<xdr:cNvPr id="${id + 1}" name="${escaped(chart.name)}" descr="${escaped(chart.words)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
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
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id + 1}" name="Picture ${index + 1}" descr="${escaped(picture.words)}"/>` +
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
  let width = 0;
  for (let column = block.column; column < block.column + block.width; column++) {
    const set = sheet.widths.find((each) => each.column === column);
    width += set?.hidden ? 0 : set ? columnPixels(set.characters) : usual.columnPixels;
  }
  let height = 0;
  for (let row = block.row; row < block.row + block.height; row++) {
    const set = sheet.heights.find((each) => each.row === row);
    height += set?.hidden ? 0 : rowPixels(set?.points ?? usual.rowPoints);
  }
  return { width, height };
}

/** A PNG's width and height, from its header (PNG specification, 11.2.2 IHDR). */
function pixelsOf(png: Uint8Array): { width: number; height: number } | undefined {
  const at = (start: number): number =>
    [0, 1, 2, 3].reduce((number, offset) => number * 256 + (png[start + offset] ?? 0), 0);
  const width = at(16);
  const height = at(20);
  return png[0] === 0x89 && width > 0 && height > 0 ? { width, height } : undefined;
}
