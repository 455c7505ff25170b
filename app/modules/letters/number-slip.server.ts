import type { OfficeCtx } from "#app/context.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { getBlock } from "./number-blocks.server.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** The sheet of a block: a line for each number, to write on while there is no power. */
export async function numberSlip(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "letters.serve");
  const block = await getBlock(ctx.db, id);
  const profile = requireProfile((await ctx.db.select().from(villageProfile))[0]);
  const count = block.toNumber - block.fromNumber + 1;
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: [String(block.fromNumber + index), "", "", "", ""],
  }));
  const words = NUMBER_WORDS.slip;
  return renderPdf(
    {
      title: words.title,
      author: `${profile.villageTerm} ${profile.name}`,
      createdAt: ctx.now,
      issuer: ctx.tenant,
      blocks: [
        await loadLetterhead(ctx, profile),
        { type: "title", text: words.title.toUpperCase(), lines: [words.range(block), block.reason] },
        { type: "paragraph", text: words.how },
        {
          type: "table",
          columns: words.columns.map((header, index) => ({ header, weight: index === 0 ? 1 : 3 })),
          rows,
        },
      ],
    },
    { paper: profile.paper },
  );
}
