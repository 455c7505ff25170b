import { parseWithZod } from "@conform-to/zod/v4";
import type { OfficeCtx } from "#app/context.ts";
import { type ProfileRow, requireProfile } from "#app/modules/village/profile.server.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { letterheadOf } from "#app/platform/letterhead.ts";
import { SaveKindInput } from "./kind-input.ts";
import type { KindPreview } from "./kind-preview.ts";
import { getKind } from "./kinds.server.ts";
import { previewKind } from "./preview-kind.server.ts";
import { ownKindFrom, requireTemplate, saveKind, wantedKind } from "./save-kind.server.ts";

/** Saves a kind, or shows the letter that its form would make without keeping anything. */
export function answerKindForm(
  { ctx, form, profile }: { ctx: OfficeCtx; form: FormData; profile: ProfileRow | null | undefined },
  key: string | null,
  saved: (key: string, title: string) => Response,
) {
  return submitForm(form, SaveKindInput, async (input) => {
    if (input.tindakan === "simpan") return saved(await saveKind(ctx, key, input), input.judul);
    const before = key === null ? ownKindFrom("baru") : await getKind(ctx, ctx.db, key);
    const wanted = wantedKind(before, input);
    requireTemplate(wanted);
    const village = requireProfile(profile);
    const { blocks } = previewKind(ctx, wanted, village, letterheadOf(village));
    const { status: _sent, ...reply } = parseWithZod(form, { schema: SaveKindInput }).reply();
    return { reply, preview: blocks } satisfies KindPreview;
  });
}
