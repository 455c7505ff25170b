import type { FieldType, LetterField, Requirement, RequirementMark } from "./kind-rules.ts";

/** Fields and papers of a kind as lines that people write: `kunci | Label | jenis | wajib | petunjuk`. */
export const TYPE_NAMES: Record<FieldType, string> = {
  text: "teks",
  long: "panjang",
  number: "angka",
  date: "tanggal",
  money: "uang",
  choice: "pilihan",
  person: "orang",
  list: "daftar",
};
const MARK_NAMES: Record<RequirementMark, string> = {
  wajib: "wajib",
  diminta: "diminta sebagian",
  dicabut: "tidak lagi diwajibkan",
};

/** What is wrong with a line, with its number; or what the lines say. */
export type Read<Part> = { isRead: true; parts: Part[] } | { isRead: false; line: number; why: LineProblem };
export type LineProblem = "key" | "label" | "type" | "choices" | "columns" | "twice" | "mark" | "many";

const MAX_LINES = 40;

export function fieldLines(fields: readonly LetterField[]): string {
  return fields
    .map(({ key, label, type, isRequired, hint, choices, columns }) => {
      const more = choices ?? columns?.map((column) => column.label);
      const name = more ? `${TYPE_NAMES[type]}: ${more.join("; ")}` : TYPE_NAMES[type];
      return [key, label, name, isRequired ? "wajib" : "boleh kosong", ...(hint ? [hint] : [])].join(" | ");
    })
    .join("\n");
}

export function readFieldLines(text: string): Read<LetterField> {
  const fields: LetterField[] = [];
  for (const { line, parts } of linesOf(text)) {
    const field = fieldOf(parts);
    if (typeof field === "string") return { isRead: false, line, why: field };
    if (fields.some(({ key }) => key === field.key)) return { isRead: false, line, why: "twice" };
    if (fields.length >= MAX_LINES) return { isRead: false, line, why: "many" };
    fields.push(field);
  }
  return { isRead: true, parts: fields };
}

function fieldOf([key = "", label = "", kind = "", need = "", hint = ""]: string[]):
  | LetterField
  | LineProblem {
  if (!/^[a-z][a-z0-9_]{0,29}$/.test(key)) return "key";
  if (label === "") return "label";
  const [name = "", more = ""] = kind.split(/:(.*)/s).map((part) => part.trim());
  const type = (Object.keys(TYPE_NAMES) as FieldType[]).find(
    (each) => TYPE_NAMES[each] === name.toLowerCase(),
  );
  if (!type) return "type";
  const isRequired = !/^(boleh kosong|tidak wajib|opsional)$/i.test(need);
  const items = more
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);
  if (type === "choice" && items.length < 2) return "choices";
  if (type === "list" && items.length === 0) return "columns";
  return {
    key,
    label,
    type,
    isRequired,
    ...(hint ? { hint } : {}),
    ...(type === "choice" ? { choices: items } : {}),
    ...(type === "list" ? { columns: items.map((item) => ({ key: columnKey(item), label: item })) } : {}),
  };
}

/** `Tempat, tanggal lahir` -> `tempat_tanggal_lahir` */
function columnKey(label: string): string {
  const key = label
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return key || "kolom";
}

/** Keeps the keys of columns whose labels stayed: templates name them. */
export function keepColumnKeys(
  fields: readonly LetterField[],
  before: readonly LetterField[],
): LetterField[] {
  return fields.map((field) => {
    const old = before.find(({ key }) => key === field.key)?.columns;
    if (!field.columns || !old) return field;
    const columns = field.columns.map((column) => old.find(({ label }) => label === column.label) ?? column);
    return { ...field, columns };
  });
}

export function requirementLines(requirements: readonly Requirement[]): string {
  return requirements
    .map(({ text, mark, rule }) => [text, MARK_NAMES[mark], ...(rule ? [rule] : [])].join(" | "))
    .join("\n");
}

export function readRequirementLines(text: string): Read<Requirement> {
  const requirements: Requirement[] = [];
  for (const { line, parts } of linesOf(text)) {
    const [name = "", said = "", rule = ""] = parts;
    const marks = Object.keys(MARK_NAMES) as RequirementMark[];
    const mark = said === "" ? "wajib" : marks.find((each) => MARK_NAMES[each] === said.toLowerCase());
    if (name === "") return { isRead: false, line, why: "label" };
    if (!mark) return { isRead: false, line, why: "mark" };
    if (requirements.length >= MAX_LINES) return { isRead: false, line, why: "many" };
    requirements.push({ text: name, mark, ...(rule ? { rule } : {}) });
  }
  return { isRead: true, parts: requirements };
}

function linesOf(text: string): { line: number; parts: string[] }[] {
  return text.split(/\r\n?|\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    return [{ line: at + 1, parts: line.split("|").map((part) => part.replace(/\p{C}/gu, "").trim()) }];
  });
}
