import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { issueReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Write } from "#app/platform/write.ts";
import { letters } from "#db/village/schema/letters.ts";
import type { LetterKind } from "./kind-rules.ts";
import type { LetterInput } from "./letter-input.ts";
import { nameKey } from "./name-rules.ts";
import { addStep, type LetterRow } from "./queries.server.ts";
import { passOn } from "./submit-letter.server.ts";

/** A letter that was taken up, and where it stands. */
export interface AskedLetter {
  id: string;
  state: LetterRow["state"];
}

type Begun = Pick<
  typeof letters.$inferInsert,
  "title" | "state" | "channel" | "personName" | "contentSealed" | "requirements"
> &
  Partial<Pick<typeof letters.$inferInsert, "residentId" | "subjectId" | "promisedAt">>;

/** Writes a new letter into the caller's transaction, with its first step and the code of its slip. */
export async function insertLetter(
  ctx: VillageCtx,
  { tx, audit }: Write,
  kind: LetterKind,
  begun: Begun,
): Promise<LetterRow> {
  const at = ctx.now.toISOString();
  const [letter] = await tx
    .insert(letters)
    .values({
      id: newId(ctx.now),
      kind: kind.key,
      personKey: nameKey(begun.personName),
      classification: kind.classification,
      askedAt: at,
      stateSince: at,
      waitsFor: "counter",
      createdBy: ctx.actor?.accountId ?? null,
      createdAt: at,
      updatedAt: at,
      ...begun,
    })
    .returning();
  if (!letter) throw new Error("an insert without a row");
  await addStep(ctx, tx, letter.id, "ask");
  if (letter.channel !== "office") await issueReceipt(ctx, tx, { subject: "letter", subjectId: letter.id });
  await audit({
    action: "letter.ask",
    entity: "letter",
    entityId: letter.id,
    details: { jenis: kind.title },
  });
  return letter;
}

/** The same for an official: a complete letter that is to be printed goes on at once. */
export async function beginLetter(
  ctx: OfficeCtx,
  writing: Write,
  kind: LetterKind,
  begun: Begun,
  input: LetterInput,
): Promise<AskedLetter> {
  const letter = await insertLetter(ctx, writing, kind, begun);
  if (letter.state !== "draft" || input.maksud !== "cetak") return { id: letter.id, state: letter.state };
  const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
  return { id: letter.id, state: await passOn(ctx, writing, letter, kind, signing, null) };
}
