import { Liquid, type Template, TypeGuards } from "liquidjs";
import { TemplateError } from "./template-error.ts";
import {
  MAX_MEMORY,
  MAX_OUTPUT_LETTERS,
  MAX_RENDER_MS,
  MAX_TEMPLATE_LETTERS,
  MAX_TEMPLATE_LINES,
  MAX_VALUES,
  TEMPLATE_FILTERS,
  TEMPLATE_TAGS,
} from "./template-limits.ts";
import { LINE_CLOSE, LINE_OPEN, VALUE_CLOSE, VALUE_OPEN, withoutMarks } from "./template-marks.ts";
import { TEMPLATE_WORDS } from "./template-words.ts";

/** What templates are filled with: texts, records of texts, lists of such records. */
export type TemplateData = { [name: string]: string | TemplateData | TemplateData[] };

export interface RenderedLine {
  /** Line of the template that it comes from. */
  line: number;
  /** Markup as written, values as marks for `fillValues`. */
  text: string;
}

export interface Rendered {
  lines: RenderedLine[];
  values: string[];
}

/**
 * Fills a template. Values come back beside the lines, not in them, so that nothing that somebody typed can ever be
 * read as template or markup.
 * @throws TemplateError that names the line
 */
export function fillTemplate(template: string, data: TemplateData): Rendered {
  const source = toSource(template);
  const values: string[] = [];
  const engine = createEngine(values);
  try {
    const parsed = parse(engine, source);
    const limits = {
      sync: true,
      memoryLimit: MAX_MEMORY,
      renderLimit: MAX_RENDER_MS,
    };
    return { lines: linesOf(String(engine.renderSync(parsed, data, limits))), values };
  } catch (error) {
    throw toTemplateError(error);
  }
}

/** Parses without filling in: for the check of names. */
export function parseTemplate(template: string): { engine: Liquid; parsed: Template[] } {
  const source = toSource(template);
  const engine = createEngine([]);
  try {
    return { engine, parsed: parse(engine, source) };
  } catch (error) {
    throw toTemplateError(error);
  }
}

function parse(engine: Liquid, source: string): Template[] {
  const parsed = engine.parse(source);
  refuseRanges(parsed, new Set([engine]));
  return parsed;
}

/** Ranges repeat without a list. As parsed, since in the text a quoted `}` or `)` hides them. */
function refuseRanges(node: unknown, seen: Set<unknown>): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  if (TypeGuards.isRangeToken(node))
    throw new TemplateError(node.getPosition()[0] ?? null, TEMPLATE_WORDS.range);
  for (const each of Object.values(node)) refuseRanges(each, seen);
}

function createEngine(values: string[]): Liquid {
  let letters = 0;
  const engine = new Liquid({
    templates: {},
    jsTruthy: true,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    greedy: false,
    outputEscape: (value: unknown) => {
      const text = typeof value === "string" || typeof value === "number" ? withoutMarks(String(value)) : "";
      letters += text.length;
      if (letters > MAX_OUTPUT_LETTERS || values.length >= MAX_VALUES)
        throw new TemplateError(null, TEMPLATE_WORDS.tooMuch);
      return `${VALUE_OPEN}${values.push(text) - 1}${VALUE_CLOSE}`;
    },
  });
  keepOnly(engine.tags, TEMPLATE_TAGS);
  keepOnly(engine.filters, TEMPLATE_FILTERS);
  return engine;
}

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!names.includes(name)) delete registry[name];
}

/** Each line that prints something begins with a mark of its number; lines of tags alone vanish. */
function toSource(template: string): string {
  const lines = withoutMarks(template.replace(/\r\n?/g, "\n")).split("\n");
  if (template.length > MAX_TEMPLATE_LETTERS || lines.length > MAX_TEMPLATE_LINES) {
    throw new TemplateError(null, TEMPLATE_WORDS.tooLong);
  }
  requireFlatLoops(lines);
  return lines
    .map((text, at) => {
      requireClosed(text, at + 1);
      const isTagsAlone = /^\s*(\{%[^%]*%\}\s*)+$/.test(text);
      return isTagsAlone ? text.trim() : `${LINE_OPEN}${at + 1}${LINE_CLOSE}${text}`;
    })
    .join("\n");
}

function requireClosed(text: string, line: number): void {
  const rest = text.replace(/\{\{.*?\}\}/g, "").replace(/\{%.*?%\}/g, "");
  if (rest.includes("{{") || rest.includes("}}")) throw new TemplateError(line, TEMPLATE_WORDS.openOutput);
  if (rest.includes("{%") || rest.includes("%}")) throw new TemplateError(line, TEMPLATE_WORDS.openTag);
}

/** Loops inside loops multiply; letters need none. */
function requireFlatLoops(lines: readonly string[]): void {
  let depth = 0;
  for (const [at, text] of lines.entries()) {
    for (const [, tag] of text.matchAll(/\{%-?\s*(for|endfor)\b/g)) {
      depth += tag === "for" ? 1 : -1;
      if (depth > 1) throw new TemplateError(at + 1, TEMPLATE_WORDS.nestedLoop);
    }
  }
}

function linesOf(output: string): RenderedLine[] {
  return output.split("\n").flatMap((text) => {
    const [, line, rest] = new RegExp(`${LINE_OPEN}(\\d+)${LINE_CLOSE}(.*)$`, "s").exec(text) ?? [];
    return line === undefined ? [] : [{ line: Number(line), text: rest ?? "" }];
  });
}

/** What the engine says, in a sentence; its own words are English and for programmers. */
export function toTemplateError(error: unknown): TemplateError {
  const first = originOf(error);
  if (first instanceof TemplateError) return first;
  const message = first instanceof Error ? first.message : "";
  const line = lineOf(error);
  const [, tag] = /tag "?([^"\s]*)"? not found/.exec(message) ?? [];
  if (tag !== undefined) return new TemplateError(line, TEMPLATE_WORDS.unknownTag(tag));
  const [, filter] = /undefined filter: (\S+?)(,|$)/.exec(message) ?? [];
  if (filter) return new TemplateError(line, TEMPLATE_WORDS.unknownFilter(filter));
  const [, open] = /tag \{%-?\s*(\w+).*not closed/.exec(message) ?? [];
  if (open) return new TemplateError(line, TEMPLATE_WORDS.unclosed(open));
  const [, name] = /undefined variable: (\S+?)(,|$)/.exec(message) ?? [];
  if (name) return new TemplateError(line, TEMPLATE_WORDS.unknownName(name, []));
  if (/limit/.test(message)) return new TemplateError(null, TEMPLATE_WORDS.tooMuch);
  return new TemplateError(line, TEMPLATE_WORDS.unreadable);
}

function originOf(error: unknown): unknown {
  const inner = error instanceof Error && "originalError" in error ? error.originalError : undefined;
  return inner ? originOf(inner) : error;
}

function lineOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const [, line] = /line:(\d+)/.exec(error.message) ?? [];
  return line ? Number(line) : null;
}
