import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { DocumentImage, LetterheadBlock } from "#app/platform/document/blocks.ts";
import { findImage } from "#app/platform/document/check-image.ts";
import { letterheadOf } from "#app/platform/letterhead.ts";
import { formatDate } from "#app/ui/format.ts";
import type { LoadedReport } from "./load-report.server.ts";
import type { ReportFacts } from "./report-paper.ts";
import { choosePhotos } from "./report-photo-rules.ts";
import { headSignature, reportSignatures } from "./report-signers.ts";

type Frame = LoadedReport["frame"];

/**
 * What the papers show, with emblem and pictures out of the file store. A picture that is gone or broken is left out:
 * one bad photo stops no report.
 * @param withPhotos false for papers without pictures: none is read
 */
export async function collectReportFacts(
  ctx: VillageCtx,
  loaded: LoadedReport,
  withPhotos: boolean,
): Promise<ReportFacts> {
  const { report, frame, evidence } = loaded;
  const village = {
    name: frame.profile?.name ?? ctx.tenant.name,
    villageTerm: frame.profile?.villageTerm ?? "Desa",
    headTerm: frame.profile?.headTerm ?? "Kepala Desa",
    hamletTerm: frame.profile?.hamletTerm ?? "Dusun",
  };
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const photos = withPhotos ? await readPhotos(ctx, evidence) : [];
  return {
    report,
    issuer: ctx.tenant,
    village,
    letterhead: await readLetterhead(ctx, frame, `${village.villageTerm} ${village.name}`),
    signatures: reportSignatures(frame.terms, village, today),
    headSignature: headSignature(frame.terms, village, today),
    photos,
    morePhotos: withPhotos ? evidence.length - photos.length : 0,
    madeAt: ctx.now,
    zone: ctx.tenant.timeZone,
  };
}

async function readLetterhead(ctx: VillageCtx, frame: Frame, title: string): Promise<LetterheadBlock> {
  if (!frame.profile)
    return { type: "letterhead", lines: [{ text: title.toUpperCase(), size: "large", isBold: true }] };
  const emblem = frame.emblem ? await readImage(ctx, frame.emblem) : null;
  return letterheadOf(frame.profile, emblem ?? undefined);
}

/** One after the other: six at once would be as slow and hold more. */
async function readPhotos(
  ctx: VillageCtx,
  evidence: LoadedReport["evidence"],
): Promise<ReportFacts["photos"]> {
  const photos: ReportFacts["photos"] = [];
  for (const each of choosePhotos(evidence)) {
    const image = await readImage(ctx, each);
    if (image) photos.push({ image, caption: `${each.activityName} (${formatDate(each.day)})` });
  }
  return photos;
}

async function readImage(
  ctx: VillageCtx,
  file: { storageKey: string; mediaType: string },
): Promise<DocumentImage | null> {
  if (file.mediaType !== "image/jpeg" && file.mediaType !== "image/png") return null;
  const stored = await ctx.files.get(file.storageKey);
  if (!stored) return null;
  const image = { bytes: stored.bytes, type: file.mediaType } as const;
  return findImage(image) ? image : null;
}
