import type { VillageCtx } from "#app/context.ts";
import { brandWhereOn, type VillageFrame, villageFrame } from "#app/modules/village/public-frame.server.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { CLASSES, isFilePublic } from "./document-rules.ts";
import { selectDocuments } from "./documents.server.ts";
import { DOCUMENT_WORDS, GROUND_NAMES } from "./words.ts";

/** The public list by class; of what is withheld its ground and until when. One round trip. */
export async function loadPublicInformation(ctx: VillageCtx) {
  const { frame, rows } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    rows: reading([selectDocuments(ctx.db)], ([found]) => found),
  });
  const brand = await brandOf(ctx, frame);
  const shown = await Promise.all(
    rows.filter(({ document }) => document.isPublic).map((row) => shownDocument(ctx, row)),
  );
  const classes = CLASSES.map((each) => ({
    class: each,
    documents: shown.filter((document) => document.class === each),
  }));
  return { brand, classes, profile: frame.profile };
}

/** What stands around the form for a request. */
export async function loadRequestFrame(ctx: VillageCtx) {
  const { frame } = await readTogether(ctx.db, { frame: villageFrame(ctx) });
  return { brand: await brandOf(ctx, frame), officeHours: frame.profile?.officeHours ?? null };
}

function brandOf(ctx: VillageCtx, frame: VillageFrame) {
  return brandWhereOn(ctx, frame, { module: "information", whenOff: DOCUMENT_WORDS.isOff });
}

type Row = Awaited<ReturnType<typeof selectDocuments>>[number];

async function shownDocument(ctx: VillageCtx, { document, file }: Row) {
  const { id, title, summary, year, ground, withheldUntil } = document;
  const mayFetch = file?.isPublic && isFilePublic(document);
  const groundName =
    ground && ground in GROUND_NAMES ? GROUND_NAMES[ground as keyof typeof GROUND_NAMES] : ground;
  return {
    ...{ id, class: document.class, title, summary, year, withheldUntil },
    ground: groundName,
    file: mayFetch && file ? { href: await ctx.fileUrl(file, "publik"), sizeBytes: file.sizeBytes } : null,
  };
}
