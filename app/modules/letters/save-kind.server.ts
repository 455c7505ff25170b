import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { letterKinds } from "#db/village/schema/letters.ts";
import { catalogueKind } from "./catalogue.ts";
import { checkTemplate } from "./check-template.ts";
import { listClasses } from "./classes.server.ts";
import type { SaveKindInput } from "./kind-input.ts";
import { keepColumnKeys } from "./kind-line-rules.ts";
import { changesOf, type LetterKind, PROMISES, type VillageKind } from "./kind-rules.ts";
import { KIND_WORDS } from "./kind-words.ts";
import { getKind } from "./kinds.server.ts";
import { TemplateError } from "./template-error.ts";

/**
 * Saves what a village changed of a kind, or a kind of its own (`key` null makes one). Of a kind that Balai brings only
 * the differences are stored, so that the rest goes on following Balai.
 * @returns its key
 * @throws FieldError at the template with the line, ConflictError where it was changed since
 */
export async function saveKind(ctx: OfficeCtx, key: string | null, input: SaveKindInput): Promise<string> {
  requirePermission(ctx, "letters.settings");
  return write(ctx, async (work) => {
    const before = key === null ? ownKindFrom(newId(ctx.now)) : await getKind(ctx, work.tx, key);
    if (before.version !== input.versi) throw new ConflictError(KIND_WORDS.stale);
    await requireClass(work, before, input);
    const wanted = wantedKind(before, input);
    requireTemplate(wanted);
    await put(ctx, work, before, before.isOwn ? { ...wanted } : changesOf(broughtKind(before.key), wanted));
    const details = { title: wanted.title, isOwn: before.isOwn };
    await work.audit({ action: "letter-kind.save", entity: "letter-kind", entityId: before.key, details });
    return before.key;
  });
}

/** The kind as the form would have it: for saving and for previews. */
export function wantedKind(before: LetterKind, input: SaveKindInput): LetterKind {
  const isRetitled = input.judul !== before.title;
  return {
    ...before,
    title: input.judul,
    heading: isRetitled ? input.judul.toUpperCase() : before.heading,
    purpose: input.kegunaan,
    classification: input.klasifikasi,
    fields: keepColumnKeys(input.isian, before.fields),
    requirements: input.syarat,
    chain: { ...before.chain, review: input.paraf },
    validity: input.berlaku ? { amount: input.berlaku, unit: input.satuan } : null,
    promised: { kind: input.janji, hours: PROMISES[input.janji].hours },
    isSelfService: input.mandiri,
    template: input.isi.replace(/\r\n?/g, "\n"),
  };
}

/** A template that can't be drawn is refused at its field. */
export function requireTemplate(kind: LetterKind): void {
  try {
    checkTemplate(kind);
  } catch (error) {
    if (error instanceof TemplateError) throw new FieldError("isi", error.message);
    throw error;
  }
}

/** What a village's own kind begins as: the general letter under a key of its own. */
export function ownKindFrom(key: string): VillageKind {
  return { ...broughtKind("umum"), key, isOwn: true, changed: [], version: 0, isOn: true };
}

function broughtKind(key: string): LetterKind {
  const kind = catalogueKind(key);
  if (!kind) throw new Error(`no kind ${key} in the catalogue`);
  return kind;
}

async function requireClass(
  { tx }: Write,
  before: VillageKind,
  { klasifikasi }: SaveKindInput,
): Promise<void> {
  if (klasifikasi === before.classification) return;
  const known = (await listClasses(tx)).find(({ code }) => code === klasifikasi);
  if (!known?.isOn) throw new FieldError("klasifikasi", KIND_WORDS.unknownClass);
}

/** Stores under the version that the form saw: whoever is slower hears of it. */
async function put(
  ctx: OfficeCtx,
  { tx }: Write,
  before: VillageKind,
  definition: Record<string, unknown>,
): Promise<void> {
  const values = { definition, updatedBy: ctx.actor.accountId, updatedAt: ctx.now.toISOString() };
  if (before.version === 0) {
    await tx
      .insert(letterKinds)
      .values({ key: before.key, isOwn: before.isOwn, isOn: before.isOn, ...values });
    return;
  }
  const changed = await tx
    .update(letterKinds)
    .set({ ...values, version: before.version + 1 })
    .where(and(eq(letterKinds.key, before.key), eq(letterKinds.version, before.version)))
    .returning({ key: letterKinds.key });
  if (changed.length === 0) throw new ConflictError(KIND_WORDS.stale);
}
