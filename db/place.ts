import type { DatabaseHome, NamespaceHome, Provisioner } from "./homes/home.ts";
import { createHomes, type Homes } from "./homes/homes.ts";
import { type DirectoryDb, openDirectory } from "./open.ts";

/** What an operator's command works on: all homes, and the directory in the main one. */
export interface Place {
  homes: Homes;
  /** The main home, where directory and comparison lie. */
  home: NamespaceHome;
  /** Makes databases in the main home; a village's own is in `placeOf`. */
  provisioner: Provisioner;
  directory: DirectoryDb;
}

/** A village's own home and what makes databases in it. */
export interface VillagePlace {
  home: DatabaseHome;
  provisioner: Provisioner;
}

/** The place that a main home and its others are. */
export function openPlace(home: NamespaceHome, others: readonly DatabaseHome[] = []): Place {
  return placeIn(createHomes(home, others));
}

/** The place that the homes of a configuration are. */
export function placeIn(homes: Homes): Place {
  const home = homes.main;
  return { homes, home, provisioner: homes.provisionerOf(home.name), directory: openDirectory(home) };
}

/**
 * Where one village's databases lie.
 * @throws UnknownHomeError where the configuration does not name its home
 */
export function placeOf(place: Pick<Place, "homes">, village: { home: string }): VillagePlace {
  return { home: place.homes.get(village.home), provisioner: place.homes.provisionerOf(village.home) };
}
