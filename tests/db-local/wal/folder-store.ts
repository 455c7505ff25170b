import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ObjectStore } from "#db/object-store.ts";

/** A store in a folder, which a killed process leaves as it is. */
export function createFolderStore(folder: string): ObjectStore {
  mkdirSync(folder, { recursive: true });
  const pathOf = (key: string) => join(folder, key);
  const keys = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => !name.endsWith(".new") && statSync(pathOf(name)).isFile());
  return {
    put: async (key, bytes) => {
      mkdirSync(dirname(pathOf(key)), { recursive: true });
      writeFileSync(`${pathOf(key)}.new`, bytes);
      renameSync(`${pathOf(key)}.new`, pathOf(key));
    },
    get: async (key) =>
      existsSync(pathOf(key)) ? { bytes: new Uint8Array(readFileSync(pathOf(key))), mediaType: "-" } : null,
    delete: async (key) => rmSync(pathOf(key), { force: true }),
    list: async (prefix, after = "") => {
      const found = keys()
        .filter((key) => key.startsWith(prefix) && key > after)
        .sort();
      return { files: found.map((key) => ({ key, sizeBytes: statSync(pathOf(key)).size })), next: null };
    },
  };
}
