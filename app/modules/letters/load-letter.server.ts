import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { mayRead } from "#app/platform/privacy/field-groups.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import type { VillageDb } from "#db/open.ts";
import { expeditions, letterSteps, letters, letterVersions } from "#db/village/schema/letters.ts";
import { files } from "#db/village/schema/village.ts";
import { isLate, isOpen, LETTER_ACTIONS, refuseAction } from "./chain-rules.ts";
import { checkAddress } from "./complete-version.server.ts";
import { kindOf, selectKindRows } from "./kinds.server.ts";
import { letterFacts } from "./letter-facts.ts";
import { type AnsweredRow, readContent, selectAnswered } from "./letter-reading.server.ts";
import { selectLetterSettings, settingsOf } from "./letter-settings.server.ts";
import { factsOf, onlyLetter, selectLetter } from "./queries.server.ts";
import { mayOpenPaper } from "./reading-rules.ts";
import { selectSigningTerms, selectTerms, termsOf } from "./signatories.server.ts";
import { signatoriesOn } from "./signatory-rules.ts";

/** A letter with its history, and what whoever looks may do to it. */
export async function loadLetter(ctx: OfficeCtx, id: string) {
  const { found, kinds, steps, versions, terms, words, settings, answered, photos, sent } =
    await readTogether(ctx.db, {
      found: reading([selectLetter(ctx.db, id)], ([rows]) => rows),
      kinds: reading([selectKindRows(ctx.db)], ([rows]) => rows),
      steps: reading(
        [
          ctx.db
            .select()
            .from(letterSteps)
            .where(eq(letterSteps.letterId, id))
            .orderBy(desc(letterSteps.at), sql`rowid DESC`),
        ],
        ([rows]) => rows,
      ),
      versions: reading(
        [ctx.db.select().from(letterVersions).where(eq(letterVersions.letterId, id))],
        ([rows]) => rows,
      ),
      terms: reading([selectSigningTerms(ctx.db)], ([rows]) => rows),
      words: reading([selectTerms(ctx.db)], ([rows]) => termsOf(ctx, rows)),
      settings: reading([selectLetterSettings(ctx.db)], ([rows]) => settingsOf(rows)),
      answered: reading([selectAnswered(ctx, ctx.db, id)], ([rows]) => rows),
      photos: reading([selectPhoto(ctx.db, id)], ([rows]) => rows),
      sent: reading([selectSent(ctx.db, id)], ([rows]) => rows[0] ?? null),
    });
  const letter = onlyLetter(found);
  const kind = kindOf(kinds, letter.kind);
  const present = versions.find(({ voidedAt }) => voidedAt === null) ?? null;
  const { contentSealed: _, ...shown } = letter;
  const content = await readContent(ctx, ctx.db, letter, answered);
  const hasPaper = mayOpenPaper(letter, content, ctx.actor);
  const [photo] = photos;
  return {
    letter: shown,
    kind: { title: kind.title, chain: kind.chain },
    /** May whoever looks open PDF, DOCX and photo? */
    hasPaper,
    photo: photo && hasPaper ? await ctx.fileUrl(photo, ctx.actor.accountId) : null,
    /** May a slip with its code be printed for whoever asked? */
    hasReceipt:
      letter.channel !== "office" && isOpen(letter.state) && ctx.actor.permissions.has("letters.serve"),
    /** Its entry of the expedition book; may it be entered there? */
    sent,
    maySend:
      !sent &&
      letter.numberText !== null &&
      (letter.state === "signed" || letter.state === "handed") &&
      ctx.actor.permissions.has("mail.write"),
    answers: answersOf(ctx, answered[0]),
    facts: letterFacts(kind, content, mayRead(ctx.actor.permissions, "identity")),
    steps,
    actions: LETTER_ACTIONS.filter((action) => refuseAction(factsOf(letter), action, ctx.actor) === null),
    isLate: isLate(letter, ctx.now),
    isOwnSignature:
      letter.signerAccountId === ctx.actor.accountId && ctx.actor.permissions.has("letters.sign"),
    /** Sent to the certified signer, and no answer came. */
    isUnknown: isUnknown(present, steps),
    checkLink: present && checkAddress(ctx, present.token),
    signatories: signatoriesOn(terms, dayIn(ctx.tenant.timeZone, ctx.now), words).map(
      ({ accountId, name, lines }) => ({ accountId, label: `${name}, ${lines.join(" ")}` }),
    ),
    signatureKinds: [
      "wet",
      ...(settings.bsre ? ["bsre"] : []),
      ...(settings.system?.isOn ? ["system"] : []),
    ] as ("wet" | "bsre" | "system")[],
  };
}

function selectPhoto(db: VillageDb, letterId: string) {
  return db
    .select({ storageKey: files.storageKey })
    .from(letters)
    .innerJoin(files, eq(files.id, letters.signedPhotoId))
    .where(eq(letters.id, letterId));
}

function selectSent(db: VillageDb, letterId: string) {
  const { id, number, year } = expeditions;
  return db
    .select({ id, number, year })
    .from(expeditions)
    .where(and(eq(expeditions.letterId, letterId), isNull(expeditions.voidedAt)))
    .limit(1);
}

/** The letter that this one answers; a secret one for whom it is open, without what it is about else. */
function answersOf({ actor }: OfficeCtx, row: AnsweredRow | undefined) {
  if (!row || !actor.permissions.has("mail.read")) return null;
  const isOpen = row.nature !== "rahasia" || row.isAddressee === 1 || actor.permissions.has("mail.dispose");
  const place = `nomor agenda ${row.agendaNumber}/${row.year}`;
  return {
    href: isOpen ? `/kantor/buku/masuk/${row.id}` : null,
    text: isOpen ? `${row.subject}, dari ${row.sender} (${place})` : `Surat rahasia, ${place}`,
  };
}

/** Is a form with the certified signer, of which nobody knows what became? */
export function isUnknown(
  version: { id: string; signedAt: string | null } | null,
  steps: readonly { step: string; note: string | null }[],
): boolean {
  if (!version || version.signedAt) return false;
  const ofVersion = (step: string) =>
    steps.filter((each) => each.step === step && each.note?.startsWith(version.id)).length;
  return ofVersion("sign.sent") > ofVersion("sign.refused");
}

export type LetterView = Awaited<ReturnType<typeof loadLetter>>;
