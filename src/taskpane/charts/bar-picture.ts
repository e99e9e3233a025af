import { seriesColours } from "../../sheets";
import { layOutBars, type BarChartData, type Label } from "./bar-layout";

/** The size of a chart on paper, in CSS pixels; the picture has twice as many dots each way. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const DOTS_A_PIXEL = 2;
const FONT = "'Segoe UI', Calibri, Carlito, 'Helvetica Neue', Arial, sans-serif";
const INK = "#242424";
const QUIET_INK = "#424242";
const GRID_INK = "#E0E0E0";
const STRIPE_INK = "#616161";
/** A white rim around letters: grid lines run through the figures beside bars. */
const CLEAR = `paint-order="stroke" stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round"`;

/**
 * Draws a bar chart as a document of its own: light colours, no style sheet, no theme; for a picture on paper. It says
 * how large it came out, which is higher than asked if the labels need it.
 */
export function barDrawing(data: BarChartData, size: PictureSize): PictureSize & { readonly svg: string } {
  const layout = layOutBars(data, { ...size, fontSize: 12 });
  const { width, height, spans, zero } = layout;
  const fill = (series: number): string => {
    switch (series % 4) {
      case 0:
        return `fill="${seriesColours[0]}"`;
      case 1:
        return `fill="url(#stripes)" stroke="${STRIPE_INK}"`;
      case 2:
        return `fill="#FFFFFF" stroke="${STRIPE_INK}"`;
      default:
        return `fill="url(#dots)" stroke="${STRIPE_INK}"`;
    }
  };
  const text = ({ text: words, x, y, anchor }: Label, look: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" ${look}>${escaped(words)}</text>`;
  const upright = (x: number, stroke: string): string[] =>
    spans.map(({ top, bottom }) => `<line x1="${x}" x2="${x}" y1="${top}" y2="${bottom}" stroke="${stroke}"/>`);
  const box = (at: { x: number; y: number; width: number; height: number }, look: string): string =>
    `<rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" ${look}/>`;
  const ink = `fill="${INK}"`;
  const parts = [
    `<defs><pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="${seriesColours[1]}" fill-opacity="0.35"/><path d="M-1 1 1 -1M-1 6 6 -1M4 6 6 4" stroke="${STRIPE_INK}" stroke-width="1.1"/></pattern>`,
    `<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#FFFFFF"/><circle cx="2.5" cy="2.5" r="1" fill="${STRIPE_INK}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    ...layout.title.map((line) => text(line, `${ink} font-weight="600"`)),
    ...layout.legend.flatMap(({ series, swatch, label }) => [box(swatch, fill(series)), text(label, ink)]),
    ...layout.ticks.flatMap(({ x, label }) => [...upright(x, GRID_INK), text(label, `fill="${QUIET_INK}"`)]),
    ...layout.bars.flatMap((bar) => [box(bar, fill(bar.series)), text(bar.label, `${ink} ${CLEAR}`)]),
    ...upright(zero, STRIPE_INK),
    ...layout.names.flatMap(({ lines }) => lines.map((line) => text(line, ink))),
  ];
  const dots = `width="${width * DOTS_A_PIXEL}" height="${height * DOTS_A_PIXEL}"`;
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" ${dots} viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-size="${layout.fontSize}">${parts.join("")}</svg>`,
  };
}

/** Turns a bar chart into the bytes of a PNG. Rejects where the page can't draw. */
export async function barPicture(
  data: BarChartData,
  size: PictureSize,
): Promise<PictureSize & { readonly png: Uint8Array }> {
  const { svg, width, height } = barDrawing(data, size);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * DOTS_A_PIXEL);
  canvas.height = Math.round(height * DOTS_A_PIXEL);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no drawing surface");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("no picture");
  return { width, height, png: new Uint8Array(await blob.arrayBuffer()) };
}

/** Makes a text safe inside a drawing: the signs that mean something there, and control letters that it may not hold. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "").replace(/\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, " ");
}
