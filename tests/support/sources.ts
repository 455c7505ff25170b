import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** One import of a source file. */
export interface Import {
  /** File from the root, e.g. `app/ui/button.tsx`; the package's name for what is installed. */
  target: string;
  /** Leaves nothing at run time. */
  isType: boolean;
}

export interface Source {
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDERS = ["app", "workers", "db", "scripts", "tests"];
const MADE_BY_TOOLS = /\/migrations\//;

/** Every hand-written source file of Balai. */
export function readSources(): Source[] {
  return FOLDERS.flatMap((folder) => listFiles(folder))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !MADE_BY_TOOLS.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, lines: text.split("\n").length - 1, imports: importsOf(path, text) };
    });
}

function listFiles(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return names.map((name) => join(folder, name).replaceAll("\\", "/")).sort();
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** The imports of a file, as Biome formats them: one statement at the beginning of a line. */
export function importsOf(path: string, text: string): Import[] {
  const stated = [...text.matchAll(STATEMENT)].map(([statement, type, specifier = ""]) => ({
    target: targetOf(path, specifier),
    isType: type !== undefined || onlyTypes(statement),
  }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, specifier = ""]) => ({
    target: targetOf(path, specifier),
    isType: false,
  }));
  return [...stated, ...dynamic];
}

/** `import { type A, type B } from` leaves nothing behind either. */
function onlyTypes(statement: string): boolean {
  const named = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  const names = (named ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 && names.every((name) => name.startsWith("type "));
}

function targetOf(path: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith("#")) return bare.slice(1);
  return bare.startsWith(".") ? join(dirname(path), bare).replaceAll("\\", "/") : bare;
}
