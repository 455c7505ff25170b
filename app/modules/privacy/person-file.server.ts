import type { OfficeCtx } from "#app/context.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { Block, PaperDocument } from "#app/platform/document/blocks.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import type { HeldSection } from "#app/platform/privacy/person-data.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import type { villageProfile } from "#db/village/schema/village.ts";
import { type PersonRegister, readHeld } from "./person-kinds.server.ts";
import { getRequest, type RequestRow } from "./requests.server.ts";
import { FILE_WORDS, REQUEST_WORDS } from "./words.ts";

type Profile = typeof villageProfile.$inferSelect;
export type PersonFileFormat = "pdf" | "json";

export interface PersonFile {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  fileName: string;
}

/**
 * All that the village holds on the person of a request, to be handed over: on paper, or for a program to read. The
 * access log is written before a byte leaves.
 * @throws NotFoundError where there is no such request, or nobody knows the person any more
 */
export async function makePersonFile(
  ctx: OfficeCtx,
  requestId: string,
  format: PersonFileFormat,
  profile: Profile,
  register: PersonRegister,
): Promise<PersonFile> {
  requirePermission(ctx, "privacy.requests");
  const request = await getRequest(ctx.db, requestId);
  const sections = await readHeld(ctx, register, request.subject, request.subjectId);
  if (sections.length === 0) throw new NotFoundError(REQUEST_WORDS.noPerson);
  await recordAccess(ctx.db, ctx, {
    kind: "export",
    what: "privacy.person-file",
    subject: request.subject,
    subjectId: request.subjectId,
    rowCount: sections.reduce((sum, { facts }) => sum + facts.length, 0),
  });
  const stem = `data-pribadi-${dayIn(ctx.tenant.timeZone, ctx.now)}`;
  if (format === "json")
    return { bytes: jsonOf(ctx, request, sections), mediaType: "application/json", fileName: `${stem}.json` };
  const document = await documentOf(ctx, request, sections, profile);
  const bytes = await renderPdf(document, { paper: profile.paper });
  return { bytes, mediaType: "application/pdf", fileName: `${stem}.pdf` };
}

function jsonOf(ctx: OfficeCtx, request: RequestRow, sections: readonly HeldSection[]) {
  const whole = {
    desa: ctx.tenant.name,
    kodeDesa: ctx.tenant.regionCode,
    nama: request.subjectName,
    dibuat: ctx.now.toISOString(),
    bagian: sections.map(({ title, purpose, facts, leftOut = 0 }) => ({
      judul: title,
      keperluan: purpose,
      data: facts.map(({ label, value }) => ({ nama: label, isi: value })),
      tidakDisertakan: leftOut,
    })),
  };
  return new TextEncoder().encode(JSON.stringify(whole, null, 2)) as Uint8Array<ArrayBuffer>;
}

async function documentOf(
  ctx: OfficeCtx,
  request: RequestRow,
  sections: readonly HeldSection[],
  profile: Profile,
): Promise<PaperDocument> {
  const { timeZone } = ctx.tenant;
  return {
    title: FILE_WORDS.title,
    author: `${profile.villageTerm} ${profile.name}`,
    createdAt: ctx.now,
    issuer: ctx.tenant,
    footer: FILE_WORDS.footer(request.subjectName),
    blocks: [
      await loadLetterhead(ctx, profile),
      { type: "title", text: FILE_WORDS.title.toUpperCase() },
      {
        type: "facts",
        rows: [
          { label: "Nama", value: request.subjectName },
          { label: "Diminta", value: formatDateTime(Date.parse(request.askedAt), timeZone) },
          { label: "Disusun", value: `${formatDate(dayIn(timeZone, ctx.now))} oleh ${ctx.actor.name}` },
        ],
      },
      { type: "paragraph", text: FILE_WORDS.intro },
      ...sections.flatMap(sectionBlocks),
      { type: "paragraph", text: FILE_WORDS.rights },
    ],
  };
}

function sectionBlocks({ title, purpose, facts, leftOut = 0 }: HeldSection): Block[] {
  return [
    { type: "heading", text: title },
    { type: "paragraph", text: `Keperluan: ${purpose}`, isItalic: true },
    { type: "facts", rows: [...facts], labelWidthMm: 65 },
    ...(leftOut > 0 ? [{ type: "paragraph" as const, text: FILE_WORDS.leftOut(leftOut) }] : []),
  ];
}
