import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { type ProfileRow, requireProfile } from "#app/modules/village/profile.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { keepMadeFile } from "#app/platform/files/keep-made-file.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb } from "#db/open.ts";
import { letters, letterVersions } from "#db/village/schema/letters.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterKind } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import { composeLetter, type LetterFrame, renderLetter } from "./letter-paper.server.ts";
import { findVersion, getLetter, type LetterRow, openContent, type VersionRow } from "./queries.server.ts";

/** What a frozen letter's file is for. */
const PURPOSE = "letter";
/** Stands for whoever made a file that a job completed for nobody. */
const BY_ITSELF = "balai";

/**
 * The frozen file of a letter, made where it is not there yet: a crash between the number and the file is mended by
 * whoever opens the letter next. Bytes that were stored are never made again.
 * @returns null where the letter has no frozen form
 */
export async function completeVersion(ctx: VillageCtx, letterId: string): Promise<VersionRow | null> {
  const version = await findVersion(ctx.db, letterId);
  if (!version || version.fileId) return version;
  const letter = await getLetter(ctx.db, letterId);
  const { document, paper } = await frozenDocument(ctx, letter, version);
  const bytes = await renderLetter(document, { paper });
  const file = await keepMadeFile(ctx, bytes, {
    purpose: PURPOSE,
    name: fileNameOf(letter),
    mediaType: "application/pdf",
    createdBy: ctx.actor?.accountId ?? letter.createdBy ?? BY_ITSELF,
  });
  await write({ ...ctx, submitKey: null }, async ({ tx, audit }) => {
    const [tied] = await tx
      .update(letterVersions)
      .set({ fileId: file.id })
      .where(and(eq(letterVersions.id, version.id), isNull(letterVersions.fileId)))
      .returning();
    // Two at once: the first one's bytes count, the other file is swept away.
    if (tied) await tx.update(files).set({ attachedAt: ctx.now.toISOString() }).where(eq(files.id, file.id));
    await audit({ action: "letter.freeze", entity: "letter", entityId: letterId });
    return null;
  });
  return findVersion(ctx.db, letterId);
}

/** A letter as it was frozen, with its token's address. */
export async function frozenDocument(ctx: VillageCtx, letter: LetterRow, version: VersionRow | null) {
  const kind = await getKind(ctx, ctx.db, letter.kind);
  const [row] = await ctx.db.select().from(villageProfile);
  const profile = requireProfile(row);
  const frame = await frameOf(ctx, { letter, version, profile });
  const content = await openContent(ctx, letter);
  const titled: LetterKind = { ...kind, title: letter.title };
  return { document: composeLetter(ctx, titled, content, frame), paper: profile.paper };
}

async function frameOf(
  ctx: VillageCtx,
  { letter, version, profile }: { letter: LetterRow; version: VersionRow | null; profile: ProfileRow },
): Promise<LetterFrame> {
  return {
    letterhead: await loadLetterhead(ctx, profile),
    village: profile,
    numberText: letter.numberText,
    date: letter.letterDate,
    validUntil: letter.validUntil,
    signature: { lines: (letter.signerTitle ?? "").split("\n"), name: letter.signerName ?? "" },
    link: version && checkAddress(ctx, version.token),
    signatureKind: letter.signatureKind ?? "wet",
  };
}

/** Where anybody checks a letter. */
export function checkAddress(
  { config, tenant }: Pick<OfficeCtx, "config" | "tenant">,
  token: string,
): string {
  return `${config.publicScheme}://${tenant.slug}.${config.baseHost}/v/${token}`;
}

/** A name for the file that says no more than the number. */
export function fileNameOf({ numberText, id }: Pick<LetterRow, "numberText" | "id">): string {
  return `surat-${(numberText ?? id).replace(/[^\w.-]+/g, "-")}.pdf`;
}

/** The file that is handed out: the certified signer's where there is one, else the frozen one. */
export async function readLetterFile(ctx: VillageCtx, letterId: string): Promise<Uint8Array<ArrayBuffer>> {
  const version = await completeVersion(ctx, letterId);
  const fileId = version?.signedFileId ?? version?.fileId;
  if (!fileId) throw new NotFoundError(LETTER_WORDS.gone);
  return readStored(ctx, ctx.db, fileId);
}

/** Bytes of a stored file of this village. */
export async function readStored(
  ctx: Pick<OfficeCtx, "files">,
  db: VillageDb,
  fileId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [row] = await db.select().from(files).where(eq(files.id, fileId));
  const stored = row && (await ctx.files.get(row.storageKey));
  if (!stored) throw new ConflictError(LETTER_WORDS.noFile);
  return new Uint8Array(stored.bytes);
}

/** Ids of letters whose file is still missing: what a crash left. */
export function selectIncomplete(db: VillageDb) {
  return db
    .select({ id: letters.id })
    .from(letterVersions)
    .innerJoin(letters, eq(letters.id, letterVersions.letterId))
    .where(and(isNull(letterVersions.fileId), isNull(letterVersions.voidedAt)));
}
