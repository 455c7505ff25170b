import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import type { TableColumn } from "#app/platform/document/blocks.ts";
import { FieldError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { wholeSheet } from "#app/platform/sheet/sheet-file.ts";
import { write } from "#app/platform/write.ts";
import { formatDateShort } from "#app/ui/format.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { type Applicant, openApplicant } from "./applicant.server.ts";
import { numberText, type RequestRow } from "./requests.server.ts";
import { GROUND_NAMES, REGISTER_WORDS, STATE_NAMES, WAY_NAMES } from "./words.ts";

export const REGISTER_FORMATS = ["pdf", "xlsx", "csv"] as const;
export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

const PDF_TYPE = "application/pdf";
const MOST_ROWS = 4000;

/** Columns of the register of requests (Perki 1/2021). */
const COLUMNS: TableColumn[] = [
  { header: "Nomor", widthMm: 18 },
  { header: "Diterima", widthMm: 22 },
  { header: "Nama", weight: 1.4 },
  { header: "Alamat", weight: 1.6 },
  { header: "Kontak", weight: 1.4 },
  { header: "Informasi yang diminta", weight: 2.4 },
  { header: "Tujuan", weight: 1.4 },
  { header: "Cara", weight: 1.2 },
  { header: "Batas", widthMm: 22 },
  { header: "Dijawab", widthMm: 22 },
  { header: "Keputusan", weight: 1 },
  { header: "Dasar penolakan", weight: 1.4 },
];

/**
 * The register of a year as a file, written to the audit and the access log before it goes out. Who may not see contacts
 * gets it without names.
 * @throws FieldError at `tahun` where the year holds more than one file may
 */
export async function exportRegister(
  ctx: OfficeCtx,
  { year, format }: { year: number; format: RegisterFormat },
  profile: ProfileRow,
) {
  requirePermission(ctx, "information.handle");
  requireMaySign(ctx);
  const rows = await ctx.db
    .select()
    .from(informationRequests)
    .where(eq(informationRequests.year, year))
    .orderBy(asc(informationRequests.number));
  if (rows.length > MOST_ROWS) throw new FieldError("tahun", REGISTER_WORDS.tooMany(rows.length));
  const isNamed = ctx.actor.permissions.has("data.contact");
  const cells = await Promise.all(
    rows.map(async (row) => cellsOf(row, isNamed ? await openApplicant(ctx, row.applicantSealed) : null)),
  );
  await trace(ctx, { year, format, count: rows.length });
  const columns = COLUMNS.map(({ header }) => ({ header, width: 22 }));
  const made =
    format === "pdf"
      ? { bytes: await paperOf(ctx, { year, cells }, profile), mediaType: PDF_TYPE }
      : await wholeSheet(format, { name: `Register ${year}`, columns, rows: cells }, ctx.tenant);
  return {
    ...made,
    fileName: `register-informasi-${year}-${ctx.tenant.slug}.${format}`,
  };
}

function cellsOf(row: RequestRow, applicant: Applicant | null): string[] {
  const hidden = REGISTER_WORDS.hidden;
  const ground =
    row.ground && row.ground in GROUND_NAMES ? GROUND_NAMES[row.ground as keyof typeof GROUND_NAMES] : "";
  return [
    numberText(row),
    formatDateShort(row.receivedOn),
    applicant?.name ?? hidden,
    applicant?.address ?? hidden,
    applicant?.contact ?? hidden,
    row.information,
    row.purpose || "-",
    WAY_NAMES[row.way],
    formatDateShort(row.dueOn),
    row.answeredOn ? formatDateShort(row.answeredOn) : "",
    STATE_NAMES[row.state],
    ground,
  ];
}

async function trace(
  ctx: OfficeCtx,
  { year, format, count }: { year: number; format: RegisterFormat; count: number },
): Promise<void> {
  await write(ctx, async ({ tx, audit }) => {
    const entityId = `register-${year}`;
    const details = { tahun: year, format: format.toUpperCase() };
    await audit({ action: "information.export", entity: "information", entityId, details });
    const entry = { kind: "export" as const, what: "information.register", subject: "information" };
    await recordAccess(tx, ctx, { ...entry, subjectId: entityId, rowCount: count });
    return null;
  });
}

function paperOf(
  ctx: OfficeCtx,
  { year, cells }: { year: number; cells: string[][] },
  profile: ProfileRow,
): Promise<Uint8Array<ArrayBuffer>> {
  const village = `${profile.villageTerm} ${profile.name}`;
  const place = `${village}, Kecamatan ${profile.districtName}, ${profile.regencyName}`;
  return renderPdf(
    {
      title: `${REGISTER_WORDS.title} ${year}`,
      author: `Pemerintah ${village}`,
      createdAt: ctx.now,
      issuer: ctx.tenant,
      footer: `${REGISTER_WORDS.title} ${village}, tahun ${year}`,
      blocks: [
        { type: "title", text: REGISTER_WORDS.title.toUpperCase(), lines: [place, `Tahun ${year}`] },
        cells.length > 0
          ? { type: "table", columns: COLUMNS, rows: cells.map((row) => ({ cells: row })), fontSizePt: 7 }
          : { type: "paragraph", text: "Tidak ada permohonan pada tahun ini.", align: "center" },
      ],
    },
    { paper: profile.paper, orientation: "landscape", marginsMm: { left: 15, right: 15 } },
  );
}
