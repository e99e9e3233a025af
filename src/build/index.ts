// Knows: what has to stand in dist/ beside the bundles: functions.json, help pages, manifest, licences, and what they may weigh.
// Doesn't know: what a function computes, or how a page looks at run time.
// Add here: a new file that the build writes, or a check that a build must pass.
export { type FunctionsJson, type FunctionEntry, type Parameter, completeFunctionsJson } from "./functions-json";
export { helpPages } from "./help-pages";
export { licences } from "./licences";
export {
  type Manifest,
  developmentAddress,
  developmentManifest,
  manifestFor,
  productionManifest,
  siteAddress,
} from "./manifest";
export { budgets, sizeReport, type SizeReport } from "./size-report";
export { builtFromFile, sourcesFingerprint, whyStale } from "./built-from";
export { BuiltFromPlugin } from "./built-from-plugin";
export { FunctionsPlugin } from "./functions-plugin";
export { starterFile, starterWorkbook } from "./starter-workbook";
export { SitePlugin } from "./site-plugin";
export { SizePlugin } from "./size-plugin";
export { OldestBrowserPlugin } from "./oldest-browser-plugin";
export { developmentServer, ServerNotice, serving } from "./development-server";
export { type Files, releasedSite } from "./release/released-site";
export { releasePackage } from "./release/package";
export { contentTypes, siteHeaders } from "./release/site-headers";
export { addressIn } from "./release/command-line";
