import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { LetterheadBlock, PaperDocument } from "#app/platform/document/blocks.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { LetterKind } from "./kind-rules.ts";
import { composeLetter } from "./letter-paper.server.ts";
import { sampleContent } from "./letter-sample.ts";
import { PAPER_WORDS } from "./paper-words.ts";

/** A kind on the village's paper about nobody: what stands on it is made up and never a resident's. */
export function previewKind(
  ctx: OfficeCtx,
  kind: LetterKind,
  profile: ProfileRow,
  letterhead: LetterheadBlock,
): PaperDocument {
  requirePermission(ctx, "letters.settings");
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return composeLetter(ctx, kind, sampleContent(kind), {
    letterhead,
    village: profile,
    numberText: PAPER_WORDS.sampleNumber(kind.classification, today.slice(0, 4)),
    date: today,
    validUntil: kind.validity ? today : null,
    signature: { lines: [`${profile.headTerm} ${profile.name},`], name: PAPER_WORDS.sampleName },
    link: null,
    signatureKind: "wet",
  });
}
