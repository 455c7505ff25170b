import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { removeFolder } from "./remove-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databasesDir: string;
  }
}

/** One folder for the databases of the whole run, removed with them at its end; see database-home.ts. */
export default function setup(project: TestProject): () => void {
  const databasesDir = mkdtempSync(join(tmpdir(), "balai-test-"));
  project.provide("databasesDir", databasesDir);
  return () => removeFolder(databasesDir);
}
