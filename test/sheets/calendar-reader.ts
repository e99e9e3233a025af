import { TextDecoder } from "node:util";

/** A whole day as a calendar that follows RFC 5545 to the letter takes it in. */
export interface ReadDay {
  readonly uid: string;
  readonly stamp: string;
  /** `20261201`. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly note: string;
}

interface Line {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/**
 * Reads a calendar file by the grammar of RFC 5545 and by nothing of Keel's: throws on whatever a strict calendar would
 * refuse. Bytes, because lines are measured in them.
 */
export function readCalendar(bytes: Uint8Array): { readonly name: string; readonly days: readonly ReadDay[] } {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.endsWith("\r\n")) throw new Error("The last line has no end.");
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`A bare line break: ${JSON.stringify(line)}`);
    const size = Buffer.byteLength(line);
    if (size > 75) throw new Error(`${size} octets in a line: ${line}`);
    // Whoever unfolds by bytes would see half a letter otherwise, and a half can't be decoded.
    if (line.includes("\uFFFD")) throw new Error(`Half a letter: ${line}`);
  }
  const lines = physical.join("\r\n").replaceAll("\r\n ", "").split("\r\n").map(lineOf);
  const at = (index: number): Line => lines[index] ?? { name: "", parameters: new Map(), value: "" };
  if (`${at(0).name}:${at(0).value}` !== "BEGIN:VCALENDAR") throw new Error("No calendar begins.");
  const last = at(lines.length - 1);
  if (`${last.name}:${last.value}` !== "END:VCALENDAR") throw new Error("The calendar doesn't end.");
  const own = new Map<string, string>();
  const days: ReadDay[] = [];
  for (let index = 1; index < lines.length - 1; index++) {
    const { name, value } = at(index);
    if (name !== "BEGIN") {
      if (own.has(name)) throw new Error(`${name} twice`);
      own.set(name, value);
      continue;
    }
    if (value !== "VEVENT") throw new Error(`BEGIN:${value}`);
    const end = lines.findIndex((line, place) => place > index && line.name === "END");
    days.push(dayOf(lines.slice(index + 1, end)));
    if (at(end).value !== "VEVENT") throw new Error("An event doesn't end.");
    index = end;
  }
  if (own.get("VERSION") !== "2.0") throw new Error("VERSION must be 2.0");
  if (!own.get("PRODID")) throw new Error("PRODID is missing");
  for (const name of own.keys()) {
    if (!/^(VERSION|PRODID|CALSCALE|METHOD|X-[A-Z-]+)$/.test(name)) throw new Error(`${name} in a calendar`);
  }
  return { name: textOf(own.get("X-WR-CALNAME") ?? ""), days };
}

function lineOf(line: string): Line {
  const [, name, parameters = "", value] = /^([A-Z][A-Z-]*)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/su.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`No content line: ${line}`);
  const pairs = parameters.split(";").filter((each) => each !== "");
  return { name, parameters: new Map(pairs.map((pair) => pair.split("=") as [string, string])), value };
}

function dayOf(lines: readonly Line[]): ReadDay {
  const found = new Map<string, Line>();
  for (const line of lines) {
    if (found.has(line.name)) throw new Error(`${line.name} twice in an event`);
    found.set(line.name, line);
  }
  const need = (name: string): Line => {
    const line = found.get(name);
    if (!line) throw new Error(`${name} is missing in an event`);
    return line;
  };
  const date = (name: string): string => {
    const { parameters, value } = need(name);
    if (parameters.get("VALUE") !== "DATE" || !/^\d{8}$/.test(value)) throw new Error(`${name} is no date: ${value}`);
    return value;
  };
  const stamp = need("DTSTAMP").value;
  if (!/^\d{8}T\d{6}Z$/.test(stamp)) throw new Error(`DTSTAMP is no moment in UTC: ${stamp}`);
  return {
    ...{ uid: need("UID").value, stamp, start: date("DTSTART"), end: date("DTEND") },
    ...{ title: textOf(need("SUMMARY").value), note: textOf(need("DESCRIPTION").value) },
  };
}

/** A text value: what needs an escape and has none, or has one that doesn't exist, is refused. */
function textOf(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/u.test(value.replaceAll(/\\[;,]/g, ""))) throw new Error(`Not escaped: ${value}`);
  if (/\p{Cc}/u.test(value)) throw new Error(`A control character: ${JSON.stringify(value)}`);
  return value.replaceAll(/\\(.?)/gsu, (_, letter: string) => {
    if (letter === "n" || letter === "N") return "\n";
    if (letter === "\\" || letter === ";" || letter === ",") return letter;
    throw new Error(`No such escape: \\${letter}`);
  });
}
