import type { HelpExample } from "../operations";
import { blockAt, columnName, type Block } from "../sheets";
import { helpPath, type Choices, type FunctionEntry, type Parameter } from "./functions-json";
import { escaped, page } from "./page";

/**
 * Writes one plain page a function and an index, from what functions.json says and each function's tested example.
 * Pages are given by their path in the site. Throws if a function has no example, or a parameter no known choices.
 */
export function helpPages(
  functions: readonly FunctionEntry[],
  choices: readonly Choices[],
  examples: Readonly<Record<string, HelpExample>>,
): ReadonlyMap<string, string> {
  const inOrder = [...functions].sort((one, other) => (one.name < other.name ? -1 : 1));
  const pages = new Map([["help/index.html", indexPage(inOrder)]]);
  for (const entry of inOrder) {
    const example = examples[entry.id];
    if (!example) throw new Error(`${entry.name} has no help example. Add one to its operation.`);
    pages.set(helpPath(entry), functionPage(entry, choices, example));
  }
  return pages;
}

function indexPage(functions: readonly FunctionEntry[]): string {
  const rows = functions.map(
    (entry) => `<li>
          <a href="./${fileName(entry)}">${escaped(entry.name)}</a>
          <p>${escaped(entry.description ?? "")}</p>
        </li>`,
  );
  return helpPage(
    "Keel help",
    `<h1>Keel help</h1>
      <p class="lead"><a href="./bring-in.html">Bring your own files in</a>: from what your brokers and your 401(k) let you download to one table of holdings.</p>
      <p class="lead"><a href="./household.html">Several accounts as one household</a>: what PLAN does, and how to say what an account offers.</p>
      <h2>Functions</h2>
      <p>Type them into a cell like any Excel formula, for example <code>=KEEL.DRIFT(B2:B7, C2:C7)</code>.</p>
      <ul class="functions">
        ${rows.join("\n        ")}
      </ul>`,
  );
}

function functionPage(entry: FunctionEntry, choices: readonly Choices[], example: HelpExample): string {
  const remarks = (example.remarks ?? []).map((remark) => `<li>${escaped(remark)}</li>`);
  return helpPage(
    `KEEL.${entry.name}`,
    `<nav><a href="./index.html">All functions</a></nav>
      <h1>${escaped(entry.name)}</h1>
      <p class="lead">${escaped(entry.description ?? "")}</p>
      <p class="formula"><code>${escaped(signature(entry))}</code></p>
      ${entry.parameters.length ? `<h2>What it takes</h2>\n      ${parameterList(entry.parameters, choices)}` : ""}
      <h2>Example</h2>
      ${exampleParts(example)}
      ${remarks.length ? `<h2>Good to know</h2>\n      <ul>${remarks.join("")}</ul>` : ""}`,
  );
}

/** `KEEL.DRIFT(values, targets, [measure])`: brackets mark what can be left out. */
function signature({ name, parameters }: FunctionEntry): string {
  return `KEEL.${name}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(", ")})`;
}

function parameterList(parameters: readonly Parameter[], choices: readonly Choices[]): string {
  const items = parameters.map((parameter) => {
    const optional = parameter.optional ? ` <span class="optional">can be left out</span>` : "";
    return `<dt><code>${escaped(parameter.name)}</code>${optional}</dt>
        <dd>${escaped(parameter.description ?? "")}${choiceList(parameter, choices)}</dd>`;
  });
  return `<dl>
        ${items.join("\n        ")}
      </dl>`;
}

function choiceList({ customEnumId }: Parameter, choices: readonly Choices[]): string {
  if (!customEnumId) return "";
  const offered = choices.find(({ id }) => id === customEnumId);
  if (!offered) throw new Error(`functions.json has no choices called ${customEnumId}.`);
  const items = offered.values.map(
    ({ name, stringValue, tooltip }) =>
      `<li><code>"${escaped(stringValue ?? name)}"</code>${tooltip ? ` ${escaped(tooltip)}` : ""}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

function exampleParts({ cells, formula, result, beside }: HelpExample): string {
  const sheet = Object.keys(cells).length ? `<p>With these cells:</p>\n      ${sheetPart(cells)}\n      ` : "";
  return `${sheet}<p>this formula</p>
      <p class="formula"><code>${escaped(formula)}</code></p>
      <p>gives</p>
      ${table(
        "The result",
        result.map((row) => row.map(cell).join("")),
      )}${beside ? besidePart(beside) : ""}`;
}

/** Draws figures from elsewhere beside those of the example. */
function besidePart({ caption, rows }: NonNullable<HelpExample["beside"]>): string {
  return `
      <p>${escaped(caption)}:</p>
      ${table(
        "Figures from elsewhere",
        rows.map((row) => row.map(cell).join("")),
      )}`;
}

/** Draws the cells of an example as a piece of a sheet, with its row numbers and column letters. */
function sheetPart(cells: HelpExample["cells"]): string {
  const blocks = Object.entries(cells).map(([address, values]) => ({ block: onSheet(address), values }));
  const top = Math.min(...blocks.map(({ block }) => block.row));
  const left = Math.min(...blocks.map(({ block }) => block.column));
  const bottom = Math.max(...blocks.map(({ block }) => block.row + block.height));
  const right = Math.max(...blocks.map(({ block }) => block.column + block.width));
  const valueAt = (row: number, column: number): unknown => {
    for (const { block, values } of blocks) {
      const value = values[row - block.row]?.[column - block.column];
      if (value !== undefined) return value;
    }
    return "";
  };
  const columns = range(left, right);
  const head = ["<td></td>", ...columns.map((column) => `<th scope="col">${columnName(column)}</th>`)].join("");
  const rows = range(top, bottom).map(
    (row) => `<th scope="row">${row + 1}</th>${columns.map((column) => cell(valueAt(row, column))).join("")}`,
  );
  return table("The example's cells", [head, ...rows], "sheet");
}

function onSheet(address: string): Block {
  const block = blockAt(`Example!${address}`);
  if (!block) throw new Error(`A help example has the address "${address}", which is not one rectangle of cells.`);
  return block;
}

function table(label: string, rows: readonly string[], kind = "result"): string {
  const body = rows.map((row) => `<tr>${row}</tr>`).join("\n            ");
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">
        <table class="${kind}">
          <tbody>
            ${body}
          </tbody>
        </table>
      </div>`;
}

/** A cell as Excel's General format shows it. */
function cell(value: unknown): string {
  if (typeof value === "number") return `<td class="number">${Number(value.toPrecision(10))}</td>`;
  if (typeof value === "boolean") return `<td>${value ? "TRUE" : "FALSE"}</td>`;
  return `<td>${typeof value === "string" ? escaped(value) : ""}</td>`;
}

function helpPage(title: string, body: string): string {
  return page({ title, body, root: "../" });
}

function fileName(entry: FunctionEntry): string {
  return helpPath(entry).slice("help/".length);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
