/**
 * The pane's page loads the functions too, and may be opened where there is no Excel. Then nothing is there to associate
 * them with, and without this the page would stop at the first of them instead of saying where Keel belongs.
 */
if (!("CustomFunctions" in globalThis)) Object.assign(globalThis, { CustomFunctions: { associate: () => undefined } });
