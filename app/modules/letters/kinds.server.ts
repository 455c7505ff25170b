import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { letterKinds } from "#db/village/schema/letters.ts";
import { CATALOGUE, catalogueKind } from "./catalogue.ts";
import { applyChanges, CHANGEABLE, type LetterKind, type VillageKind } from "./kind-rules.ts";
import { KIND_WORDS } from "./kind-words.ts";

type KindRow = typeof letterKinds.$inferSelect;
type Reader = VillageCtx["db"] | VillageTx;

/** Query for the rows that change the catalogue; read them together with others, then `kindsOf` them. */
export function selectKindRows(db: Reader) {
  return db.select().from(letterKinds);
}

/** The catalogue with the village's changes, then its own kinds by title. */
export function kindsOf(rows: readonly KindRow[]): VillageKind[] {
  const brought = CATALOGUE.map((kind) =>
    changedKind(
      kind,
      rows.find(({ key, isOwn }) => key === kind.key && !isOwn),
    ),
  );
  const own = rows.filter(({ isOwn }) => isOwn).map(ownKind);
  return [...brought, ...own.toSorted((a, b) => a.title.localeCompare(b.title, "id"))];
}

/** Every kind that the village has, those switched off too. */
export async function listKinds(_ctx: VillageCtx, db: Reader): Promise<VillageKind[]> {
  return kindsOf(await selectKindRows(db));
}

/** One kind with the village's changes, whether on or off. Throws NotFoundError. */
export async function getKind(_ctx: VillageCtx, db: Reader, key: string): Promise<VillageKind> {
  return kindOf(await selectKindRows(db).where(eq(letterKinds.key, key)), key);
}

/** One kind out of rows that were read together with others. Throws NotFoundError. */
export function kindOf(rows: readonly KindRow[], key: string): VillageKind {
  const row = rows.find((each) => each.key === key);
  if (row?.isOwn) return ownKind(row);
  const kind = catalogueKind(key);
  if (!kind) throw new NotFoundError(KIND_WORDS.noKind);
  return changedKind(kind, row);
}

function changedKind(kind: LetterKind, row: KindRow | undefined): VillageKind {
  if (!row) return { ...kind, isOwn: false, changed: [], version: 0 };
  const changed = CHANGEABLE.filter((part) => part in row.definition);
  return {
    ...applyChanges(kind, row.definition),
    isOn: row.isOn,
    isOwn: false,
    changed,
    version: row.version,
  };
}

function ownKind(row: KindRow): VillageKind {
  const base = catalogueKind("umum");
  if (!base) throw new Error("the catalogue has a general letter");
  return {
    ...base,
    ...(row.definition as Partial<LetterKind>),
    key: row.key,
    isOn: row.isOn,
    isOwn: true,
    changed: [],
    version: row.version,
  };
}
