/** functions.json, as Excel reads it to learn which functions there are. */
export interface FunctionsJson {
  /** Cells arrive as typed values: errors and data types too, which otherwise end the call before the function is asked. */
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly functions: readonly FunctionEntry[];
  readonly enums?: readonly Choices[];
}

export interface FunctionEntry {
  readonly id: string;
  /** Without the namespace: DRIFT. */
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: "scalar" | "matrix"; readonly type?: string };
}

export interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}

/** What AutoComplete offers for a parameter. */
export interface Choices {
  readonly id: string;
  readonly values: readonly { readonly name: string; readonly stringValue?: string; readonly tooltip?: string }[];
}

/**
 * Adds what the generator can't: each function's help address under `address` (no closing slash). Of the two flags that
 * let a function see error cells it sets the one that brings data types as well, and sees to it that the other isn't
 * there: Office LTSC 2021 crashes when it reads both (docs/decisions/data-types.md).
 */
export function completeFunctionsJson(generated: string, address: string): string {
  const { functions, enums } = JSON.parse(generated) as FunctionsJson;
  const complete: FunctionsJson = {
    allowCustomDataForDataTypeAny: true,
    functions: functions.map((entry) => ({ ...entry, helpUrl: `${address}/${helpPath(entry)}` })),
    ...(enums ? { enums } : {}),
  };
  return JSON.stringify(complete, undefined, 2);
}

/** Where a function's help page is, seen from the root of the site. */
export function helpPath({ name }: { readonly name: string }): string {
  return `help/${name.toLowerCase()}.html`;
}
