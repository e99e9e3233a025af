// In a page with the genuine Excel client library: a workbook in memory that answers it, with the sample's funds.
import { excelWorkbook } from "../../src/workbook";
import { sample } from "../../src/sheets";
import { openHost, type Host } from "../host";
import { playCheckBoxes } from "../host/check-boxes";

declare global {
  var keelHost: Host;
}

globalThis.keelHost = openHost();
playCheckBoxes();
void excelWorkbook().apply(sample);
