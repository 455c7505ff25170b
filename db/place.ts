import { type DatabaseHome, type DirectoryDb, openDirectory } from "./open.ts";
import { createNamespaceProvisioner, type Provisioner } from "./provision.ts";

/** What an operator's command works on: a home of databases and the directory in it. */
export interface Place {
  home: DatabaseHome;
  provisioner: Provisioner;
  directory: DirectoryDb;
}

/** The place of a home. */
export function openPlace(home: DatabaseHome): Place {
  return { home, provisioner: createNamespaceProvisioner(home), directory: openDirectory(home) };
}
