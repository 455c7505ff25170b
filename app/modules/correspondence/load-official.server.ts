import type { OfficeCtx } from "#app/context.ts";
import { listKinds } from "#app/modules/letters/kinds.server.ts";
import { loadLetterForm } from "#app/modules/letters/load-letter-form.server.ts";
import { prefill } from "#app/modules/letters/prefill-rules.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { getIncoming } from "./incoming.server.ts";
import { INCOMING_WORDS, OUTGOING_WORDS } from "./words.ts";

/** Stands first where a letter is answered. */
const ANSWER_KIND = "balasan";

/** Kinds of letters that the office writes by itself. */
export async function listOfficialKinds(ctx: OfficeCtx, isAnswer = false) {
  requirePermission(ctx, "mail.write");
  const kinds = await listKinds(ctx, ctx.db);
  return kinds
    .filter(({ isOn, category }) => isOn && category === "official")
    .toSorted((a, b) => (isAnswer ? Number(b.key === ANSWER_KIND) - Number(a.key === ANSWER_KIND) : 0))
    .map(({ key, title, purpose }) => ({ key, title, purpose }));
}

/** The form of an official letter, filled in as an answer where it is one. */
export async function loadOfficialForm(ctx: OfficeCtx, kindKey: string, answersId: string | null) {
  requirePermission(ctx, "mail.write");
  const { kind, signatories, signatureKinds } = await loadLetterForm(ctx, null, kindKey);
  if (kind.category !== "official") throw new NotFoundError();
  const answers = answersId ? await loadAnswered(ctx, answersId) : null;
  const usual = prefill(kind, null) as { isian: Record<string, unknown> };
  const first = answers
    ? { kepada: answers.sender, hal: `Jawaban: ${answers.subject}`, surat: OUTGOING_WORDS.letterOf(answers) }
    : {};
  // What answers a secret letter quotes it.
  const sifat = answers?.nature === "rahasia" ? "Rahasia" : "Biasa";
  const known = Object.entries({ sifat, ...first }).filter(([key]) => key in usual.isian);
  return {
    kind,
    signatories,
    signatureKinds,
    answers: answers && OUTGOING_WORDS.answers(answers.sender, answers.number),
    defaults: { isian: { ...usual.isian, ...Object.fromEntries(known) } },
  };
}

async function loadAnswered(ctx: OfficeCtx, id: string) {
  const letter = await getIncoming(ctx, ctx.db, id);
  if (letter.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
  return letter;
}
