import type * as Pictures from "./evidence/pictures";

export type EvidencePictures = typeof Pictures;

/** Loads what the pane's pictures of evidence are worked out by, on first use. Rejects where it doesn't arrive. */
export function evidencePictures(): Promise<EvidencePictures> {
  return import(/* webpackChunkName: "evidence" */ "./evidence/pictures");
}
