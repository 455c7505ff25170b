import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundleOf, DATABASES } from "#scripts/generate-migrations.mjs";
import { importsOf, readSources, type Source } from "./support/sources.ts";

const sources = readSources();
const product = sources.filter(({ path }) => /^(app|workers|db)\//.test(path));
const modules = sources.filter(({ path }) => path.startsWith("app/modules/"));

/** Which modules may use which: a line here is a decision, and none may close a circle. */
const MODULE_EDGES: Record<string, string[]> = {
  accounts: [],
  complaints: ["accounts", "receipts", "village"],
  console: ["trust"],
  correspondence: ["accounts", "letters", "village"],
  data: ["accounts"],
  desk: ["village"],
  dukcapil: ["population", "receipts", "village"],
  information: ["accounts", "receipts", "village"],
  lists: [],
  letters: ["accounts", "population", "receipts", "village"],
  overseers: ["accounts"],
  permits: ["correspondence", "population", "receipts", "village"],
  population: ["village"],
  portal: ["accounts", "programme", "village"],
  privacy: ["accounts", "village"],
  programme: ["accounts", "village"],
  "resident-accounts": ["accounts", "population", "receipts", "village"],
  receipts: ["village"],
  registers: ["accounts", "correspondence", "population", "village"],
  "resident-letters": ["letters", "receipts"],
  "resident-import": ["population", "village"],
  "service-standard": ["accounts", "letters", "village"],
  signup: ["accounts", "trust"],
  trust: ["accounts"],
  village: ["accounts"],
};

/** What a module shows to others: verbs, rules, its words, its public components. */
const SHOWN =
  /^app\/modules\/[^/]+\/([\w-]+\.server\.ts|[\w-]*rules\.ts|words\.ts|permissions\.ts|code-lists\.ts|resident-fields\.ts|sealed-fields\.ts|components\/[\w-]+\.tsx)$/;

const CONTEXT = "app/context.ts";
const REGISTRY = /^app\/registry(\.server)?\.ts$/;

type Allowed = (target: string, from: string) => boolean;

const within =
  (...folders: string[]): Allowed =>
  (target) =>
    folders.some((folder) => target.startsWith(folder));
const moduleOf = (path: string) => /^app\/modules\/([^/]+)\//.exec(path)?.[1];

/** Layer by layer, from the outside in: the first that fits a file says what it may import besides packages. */
const LAYERS: [string, RegExp, Allowed][] = [
  ["tests", /^tests\//, () => true],
  ["commands", /^scripts\//, within("scripts/", "app/", "db/")],
  ["workers", /^workers\//, within("workers/", "app/", "db/")],
  [
    "seed",
    /^app\/seed\//,
    within("app/seed/", "app/modules/", "app/platform/", "db/", CONTEXT, "app/registry"),
  ],
  [
    "layouts",
    /^app\/layouts\//,
    (target) =>
      within("app/layouts/", "app/ui/", "app/platform/", "app/modules/accounts/", CONTEXT)(target, "") ||
      REGISTRY.test(target),
  ],
  [
    "pages and components",
    /^app\/modules\/[^/]+\/(pages|components)\//,
    (target, from) =>
      within("app/ui/", "app/islands/", "app/platform/", CONTEXT)(target, from) ||
      REGISTRY.test(target) ||
      isOwnOrShown(target, from),
  ],
  [
    "modules",
    /^app\/modules\//,
    (target, from) =>
      within("db/", "app/platform/", "app/ui/", CONTEXT)(target, from) ||
      REGISTRY.test(target) ||
      isOwnOrShown(target, from),
  ],
  ["islands", /^app\/islands\//, within("app/islands/")],
  ["ui", /^app\/ui\//, within("app/ui/", "app/islands/")],
  ["platform", /^app\/platform\//, within("app/platform/", "app/ui/", "db/", CONTEXT)],
  ["composition", /^app\/[^/]+$/, within("app/", "db/")],
  ["databases", /^db\//, within("db/")],
];

function isOwnOrShown(target: string, from: string): boolean {
  const [own, other] = [moduleOf(from), moduleOf(target)];
  if (!own || !other) return false;
  return own === other || ((MODULE_EDGES[own] ?? []).includes(other) && SHOWN.test(target));
}

/** Imports inside Balai; packages are judged elsewhere. */
function inner({ imports }: Source) {
  return imports.filter(({ target }) => /^(app|workers|db|scripts|tests)\//.test(target));
}

function offences(files: Source[], isOffence: (file: Source) => string[]): string[] {
  return files.flatMap((file) => isOffence(file).map((what) => `${file.path}: ${what}`));
}

describe("imports run one way", () => {
  it("from the outside in, layer by layer", () => {
    const found = offences(sources, (file) => {
      const [name, , allowed] = LAYERS.find(([, where]) => where.test(file.path)) ?? [];
      if (!allowed) return ["belongs to no layer"];
      const wrong = inner(file).filter(
        ({ target }) => target !== "app/app.css" && !allowed(target, file.path),
      );
      return wrong.map(({ target }) => `${name} may not import ${target}`);
    });
    expect(found).toEqual([]);
  });

  it("between modules along the listed edges, which close no circle and of which none is idle", () => {
    const used = new Set(
      modules.flatMap((file) =>
        inner(file).map(({ target }) => `${moduleOf(file.path)} ${moduleOf(target)}`),
      ),
    );
    const listed = Object.entries(MODULE_EDGES).flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`));
    expect(listed.filter((edge) => !used.has(edge))).toEqual([]);
    expect(Object.keys(MODULE_EDGES).filter((name) => reaches(MODULE_EDGES, name, name))).toEqual([]);
  });

  it("without a circle of files at run time", () => {
    const graph = Object.fromEntries(
      product.map((file) => [
        file.path,
        inner(file)
          .filter(({ isType }) => !isType)
          .map(({ target }) => target),
      ]),
    );
    expect(Object.keys(graph).filter((path) => reaches(graph, path, path))).toEqual([]);
  });

  it("in rules and inputs to zod, other rules and plain words only", () => {
    const pure =
      /(rules|input|input-parts|words|permissions|code-lists|fields|clock|format|parse-number|region-code|file-field)\.ts$/;
    const rules = modules.filter(({ path }) => /(^|[/-])rules\.ts$|\/input[\w-]*\.ts$/.test(path));
    const found = offences(rules, (file) =>
      file.imports
        .filter(({ target, isType }) => !isType && target !== "zod" && !pure.test(target))
        .map(({ target }) => `imports ${target}`),
    );
    expect(found).toEqual([]);
  });
});

function reaches(graph: Record<string, string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const next = [...(graph[from] ?? [])];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === goal) return true;
    if (!seen.has(at)) next.push(...(graph[at] ?? []));
    seen.add(at);
  }
  return false;
}

describe("doors", () => {
  // Suites share their modules: what one puts in a module's place would stand there for the others too.
  it("put nothing in the place of a module in tests", () => {
    const mock = new RegExp(`vi\\.${"mock"}\\(`);
    expect(sources.filter(({ text }) => mock.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("make a libSQL client in db/ alone", () => {
    const elsewhere = sources.filter(({ path }) => !/^(db|tests)\//.test(path));
    const found = offences(elsewhere, (file) =>
      file.imports.filter(({ target }) => /^(@libsql|libsql)\b/.test(target)).map(({ target }) => target),
    );
    expect(found).toEqual([]);
  });

  it("keep the native libSQL package inside db/local", () => {
    const elsewhere = product.filter(({ path }) => !path.startsWith("db/local/"));
    expect(
      offences(elsewhere, (file) => file.imports.map(({ target }) => target).filter((t) => t === "libsql")),
    ).toEqual([]);
  });

  it("make every loader and action by a wrapper", () => {
    const screens = sources.filter(({ path }) =>
      /^app\/(modules\/[^/]+\/pages|layouts)\/|^app\/root\.tsx$/.test(path),
    );
    const made =
      /^export const (loader|action) = (portal|oversight|village|office|resident|any)(Loader|Action)\(/;
    const found = offences(screens, ({ text }) =>
      text.split("\n").filter((line) => /^export .*\b(loader|action)\b/.test(line) && !made.test(line)),
    );
    expect(found).toEqual([]);
  });

  it("read the environment of the worker in workers/ alone", () => {
    const inside = sources.filter(({ path }) => /^(app|db\/(?!local\/))/.test(path));
    expect(offences(inside, ({ text }) => text.match(/\bprocess\.env\b|cloudflare:workers/g) ?? [])).toEqual(
      [],
    );
  });
});

describe("habits", () => {
  it("take the time from ctx.now in modules and seeds", () => {
    const timed = sources.filter(({ path }) => /^app\/(modules|seed)\//.test(path));
    expect(offences(timed, ({ text }) => text.match(/\bDate\.now\(\)|\bnew Date\(\s*\)/g) ?? [])).toEqual([]);
  });

  it("have no barrels", () => {
    const found = offences(product, ({ path, text }) => [
      ...(text.match(/^export \* from .*/gm) ?? []),
      ...(/(^|\/)index\.tsx?$/.test(path) && path !== "workers/index.ts" ? ["is called index"] : []),
      ...(isBarrel(text) ? ["only hands on what others export"] : []),
    ]);
    expect(found).toEqual([]);
  });

  it("keep files under 400 lines and pages under 150", () => {
    const found = offences(sources, ({ path, lines }) => {
      const limit = /^app\/modules\/[^/]+\/pages\//.test(path) ? 150 : 400;
      return lines > limit ? [`${lines} lines`] : [];
    });
    expect(found).toEqual([]);
  });

  it("name files in kebab-case, and verbs after what they export", () => {
    const found = offences(product, ({ path, text }) => {
      const name = path.split("/").at(-1) ?? "";
      if (!/^[a-z0-9]+([.-][a-z0-9]+)*\.(ts|tsx|mjs)$/.test(name)) return ["is not kebab-case"];
      const isVerb = /^app\/modules\/[^/]+\/[\w-]+\.server\.ts$/.test(path);
      return isVerb && !/^export (async )?(function|const) \w+/m.test(text) ? ["exports nothing"] : [];
    });
    expect(found).toEqual([]);
  });

  it("use no way round the type checker or the linter", () => {
    const hatch =
      /\bas any\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|\bTODO\b|\bFIXME\b/g;
    const all = sources.filter(({ path }) => path !== "tests/architecture.test.ts");
    expect(offences(all, ({ text }) => text.match(hatch) ?? [])).toEqual([]);
  });

  it.each(DATABASES)("bundle the migrations of %s as its SQL files say", (database) => {
    const folder = `db/${database}/migrations`;
    expect(readFileSync(`${folder}/bundle.ts`, "utf8")).toBe(bundleOf(folder));
  });
});

function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").trim();
  return code !== "" && code.replace(/^export (type )?\{[^}]*\} from .*;?$/gm, "").trim() === "";
}

describe("the reader of imports", () => {
  it("sees what a file imports, from where, and what is gone at run time", () => {
    const text = `import { a } from "#app/a.ts";
import type { B } from "./b.ts";
import {
  type C,
  type D,
} from "../d.ts";
import { type E, f } from "zod";
import "./style.css";
export { g } from "./g.ts?url";
const later = () => import("#db/later.ts");`;
    expect(importsOf("app/x/y.ts", text)).toEqual([
      { target: "app/a.ts", isType: false },
      { target: "app/x/b.ts", isType: true },
      { target: "app/d.ts", isType: true },
      { target: "zod", isType: false },
      { target: "app/x/style.css", isType: false },
      { target: "app/x/g.ts", isType: false },
      { target: "db/later.ts", isType: false },
    ]);
  });
});
