import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OVERSIGHT_AUDIT_WORDS } from "#app/modules/console/audit-words.ts";
import { auditSentence } from "#app/platform/audit-words.ts";

/** Every action that code writes to the directory's log. */
function writtenActions(): string[] {
  const folders = ["app/modules/overseers", "app/modules/trust", "app/modules/console", "db"];
  const named = /"((?:overseer|village|claim|officials|dead-letter|alert)\.[a-z]+(?:-[a-z]+)*)"/g;
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/words\.ts$|permissions\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(named)].map(([, name]) => name),
  );
  // A permission of the village's own matrix, and the village's own log.
  const others = new Set(["village.settings", "claim.reply"]);
  return [...new Set(found)].filter((name) => name !== undefined && !others.has(name)).sort() as string[];
}

it("says every action of people above the villages in words, also where a row holds no details", () => {
  const actions = writtenActions();
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((action) => !Object.hasOwn(OVERSIGHT_AUDIT_WORDS, action))).toEqual([]);
  for (const action of actions) {
    const sentence = auditSentence({ action, actorName: "Ni Luh", details: {} }, OVERSIGHT_AUDIT_WORDS);
    expect(sentence).toMatch(/^Ni Luh [a-z].+\.$/);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  }
});
