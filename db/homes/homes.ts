import type { DatabaseHome, NamespaceHome, Provisioner } from "./home.ts";
import { createNamespaceProvisioner } from "./namespaces.ts";
import { createTursoProvisioner } from "./turso.ts";

/** All homes of a deployment. A village's row in the directory says which one is his. */
export interface Homes {
  /** Home of the directory and the comparison, and of new villages. */
  readonly main: NamespaceHome;
  readonly all: readonly DatabaseHome[];
  /** @throws UnknownHomeError */
  get(name: string): DatabaseHome;
  /** @throws UnknownHomeError */
  provisionerOf(name: string): Provisioner;
}

/** A village lies in a home that this deployment's configuration does not name. */
export class UnknownHomeError extends Error {
  override name = "UnknownHomeError";
  constructor(home: string) {
    super(`no home ${home} in this configuration`);
  }
}

/** The homes of a configuration that was checked (config.ts). */
export function createHomes(main: NamespaceHome, others: readonly DatabaseHome[] = []): Homes {
  const all = [main, ...others];
  const get = (name: string): DatabaseHome => {
    const found = all.find((home) => home.name === name);
    if (!found) throw new UnknownHomeError(name);
    return found;
  };
  return { main, all, get, provisionerOf: (name) => createProvisioner(get(name)) };
}

/** What makes, copies and removes databases in a home. */
export function createProvisioner(home: DatabaseHome, send: typeof fetch = fetch): Provisioner {
  return home.kind === "turso" ? createTursoProvisioner(home, send) : createNamespaceProvisioner(home, send);
}
