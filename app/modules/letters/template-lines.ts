import type {
  FactsBlock,
  HeadingBlock,
  ListBlock,
  PageBreakBlock,
  ParagraphBlock,
  RichText,
} from "#app/platform/document/blocks.ts";
import type { Rendered, RenderedLine } from "./template-engine.ts";
import { TemplateError } from "./template-error.ts";
import { fillValues, richTextOf } from "./template-marks.ts";
import { TEMPLATE_WORDS } from "./template-words.ts";

/** Where somebody signs: the office (no name here), or persons with what they are called. */
export interface SignHere {
  type: "sign";
  signers: ({ title: string; name: string } | "office")[];
}

export type BodyBlock = HeadingBlock | ParagraphBlock | ListBlock | FactsBlock | PageBreakBlock | SignHere;
export type Fact = FactsBlock["rows"][number];

const LABEL_WIDTH_MM = 52;

/**
 * Reads the lines of a letter's body: `# ` heading, `- ` and `1. ` lists, `Label :: value`, `> ` centred, `---` new
 * page, `@identitas orang`, `@ttd`; anything else is a paragraph.
 * @param identityOf rows of a person by his name in the template; null where there is none
 * @throws TemplateError that names the line
 */
export function readLines(
  { lines, values }: Rendered,
  identityOf: (name: string) => Fact[] | null,
): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  const known = new Set<Fact>();
  let isOpen = false;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === "") isOpen = false;
    else {
      const block = readLine({ ...line, text }, values, identityOf);
      if (block.type === "facts" && text.startsWith("@")) for (const row of block.rows) known.add(row);
      append(blocks, block, isOpen, known);
      isOpen = true;
    }
  }
  return blocks;
}

function readLine(
  { line, text }: RenderedLine,
  values: readonly string[],
  identityOf: (name: string) => Fact[] | null,
): BodyBlock {
  const rich = (part: string): RichText => {
    const read = richTextOf(part.trim(), values);
    if (read === null) throw new TemplateError(line, TEMPLATE_WORDS.openBold);
    return read;
  };
  if (/^-{3,}$/.test(text)) return { type: "page-break" };
  const [, marks, heading] = /^(#{1,2})(?:\s+(.*))?$/.exec(text) ?? [];
  if (marks) {
    if (!heading) throw new TemplateError(line, TEMPLATE_WORDS.emptyHeading);
    return { type: "heading", text: fillValues(heading, values), level: marks.length === 1 ? 1 : 2 };
  }
  if (text.startsWith("@")) return readCommand({ line, text: text.slice(1) }, values, identityOf);
  if (/^-\s/.test(text)) return { type: "list", items: [rich(text.slice(2))] };
  const [, item] = /^\d{1,2}\.\s+(.*)$/.exec(text) ?? [];
  if (item !== undefined) return { type: "list", items: [rich(item)], isNumbered: true };
  if (/^>\s/.test(text)) return { type: "paragraph", text: rich(text.slice(2)), align: "center" };
  const [, label, value] = /^(.*?)\s::(?:\s+(.*))?$/.exec(text) ?? [];
  if (label !== undefined) {
    return facts([{ label: fillValues(label, values), value: rich(value ?? "") }]);
  }
  return { type: "paragraph", text: rich(text), align: "justify" };
}

function readCommand(
  { line, text }: RenderedLine,
  values: readonly string[],
  identityOf: (name: string) => Fact[] | null,
): BodyBlock {
  const [, command = "", rest = ""] = /^([^\s]*)\s*(.*)$/s.exec(text) ?? [];
  if (command === "identitas") {
    const rows = identityOf(rest.trim());
    if (!rows) throw new TemplateError(line, TEMPLATE_WORDS.notPerson(rest.trim()));
    return facts(rows);
  }
  if (command !== "ttd")
    throw new TemplateError(line, TEMPLATE_WORDS.unknownCommand(fillValues(command, values)));
  if (rest === "") return { type: "sign", signers: ["office"] };
  const [title = "", name, ...more] = rest.split("|").map((part) => fillValues(part.trim(), values));
  if (!title || name === undefined || more.length > 0) throw new TemplateError(line, TEMPLATE_WORDS.noName);
  return { type: "sign", signers: [{ title, name }] };
}

function facts(rows: Fact[]): FactsBlock {
  return { type: "facts", rows, labelWidthMm: LABEL_WIDTH_MM };
}

/**
 * Lines of one kind that follow each other without a blank line belong together.
 * @param known rows of the register: what the letter itself says under the same label stands in their place
 */
function append(blocks: BodyBlock[], block: BodyBlock, isOpen: boolean, known: ReadonlySet<Fact>): void {
  const last = blocks.at(-1);
  if (isOpen && last?.type === "list" && block.type === "list" && last.isNumbered === block.isNumbered) {
    last.items.push(...block.items);
  } else if (isOpen && last?.type === "facts" && block.type === "facts") {
    const isSaidAnew = (row: Fact) => known.has(row) && block.rows.some(({ label }) => label === row.label);
    last.rows = [...last.rows.filter((row) => !isSaidAnew(row)), ...block.rows];
  } else if (isOpen && last?.type === "sign" && block.type === "sign") last.signers.push(...block.signers);
  else blocks.push(block);
}
