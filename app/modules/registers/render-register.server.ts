import type { VillageCtx } from "#app/context.ts";
import { presentHolder } from "#app/modules/correspondence/holders.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { PaperDocument } from "#app/platform/document/blocks.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { SHEET_MEDIA_TYPES, sheetFile } from "#app/platform/sheet/sheet-file.ts";
import { formatDate } from "#app/ui/format.ts";
import { REGISTER_COLUMNS } from "./register-columns.ts";
import type { Choice, FileFormat, Register } from "./register-rules.ts";
import { paperRows, type RegisterRow, sheetColumns, sheetRows } from "./register-table.ts";
import { REGISTER_WORDS } from "./words.ts";

export const MEDIA_TYPES: Record<FileFormat, string> = { pdf: "application/pdf", ...SHEET_MEDIA_TYPES };
/** Points of the tables' letters; the 33 columns of B.3 need smaller ones. */
const FONT_PT = { usual: 6, wide: 5.5 };
const WIDE_COLUMNS = 20;

/** `31 Maret 2026`, `Maret 2026` */
export function choiceText({ choice }: Pick<Register, "choice">, { to }: Choice): string {
  return choice === "day" ? formatDate(to) : formatDate(to).split(" ").slice(1).join(" ");
}

/** `B1-induk-2026-03-31-sesela.pdf` */
export function registerFileName(
  { key, annex, choice }: Register,
  { to }: Choice,
  format: FileFormat,
  slug: string,
): string {
  const when = choice === "day" ? to : to.slice(0, 7);
  return `${annex.replace(".", "")}-${key}-${when}-${slug}.${format}`;
}

/**
 * A register as a sheet, or on paper across: in the annex's columns, with who signs it. Of a sheet one part of the rows is
 * in memory at a time.
 */
export async function renderRegister(
  ctx: Pick<VillageCtx, "db" | "now" | "tenant">,
  profile: ProfileRow,
  what: { register: Register; choice: Choice; format: FileFormat; parts: AsyncIterable<RegisterRow[]> },
): Promise<Uint8Array<ArrayBuffer>> {
  const { register, choice, parts, format } = what;
  if (format !== "pdf") {
    const sheet = { name: `${register.annex} ${register.name}`, columns: sheetColumns(register.key) };
    return (await sheetFile(format, sheet, cellsOf(register, parts), ctx.tenant)).bytes;
  }
  const rows: RegisterRow[] = [];
  for await (const part of parts) rows.push(...part);
  const document = await registerDocument(ctx, profile, { register, choice, rows });
  return renderPdf(document, {
    paper: profile.paper,
    orientation: "landscape",
    marginsMm: { left: 18, right: 12, top: 12, bottom: 15 },
  });
}

async function* cellsOf({ key }: Register, parts: AsyncIterable<RegisterRow[]>) {
  for await (const rows of parts) yield sheetRows(key, rows);
}

async function registerDocument(
  ctx: Pick<VillageCtx, "db" | "now" | "tenant">,
  profile: ProfileRow,
  { register, choice, rows }: { register: Register; choice: Choice; rows: readonly RegisterRow[] },
): Promise<PaperDocument> {
  const head = await presentHolder(ctx, "kepala-desa", profile);
  const secretary = await presentHolder(ctx, "sekretaris-desa", profile);
  const village = `${profile.villageTerm} ${profile.name}`;
  const place = `${village}, Kecamatan ${profile.districtName}, ${profile.regencyName}`;
  const when = choiceText(register, choice);
  const columns = [...REGISTER_COLUMNS[register.key]];
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const title = `${register.annex} ${register.name}`;
  return {
    title: `${title} ${when}`,
    author: `Pemerintah ${village}`,
    createdAt: ctx.now,
    issuer: ctx.tenant,
    footer: `${title} ${village}, ${when}`,
    blocks: [
      { type: "title", text: register.name.toUpperCase(), lines: [place, `${whenWord(register)} ${when}`] },
      rows.length > 0
        ? {
            type: "table",
            columns,
            rows: paperRows(rows),
            fontSizePt: columns.length > WIDE_COLUMNS ? FONT_PT.wide : FONT_PT.usual,
          }
        : { type: "paragraph", text: REGISTER_WORDS.emptyPaper, align: "center" },
      { type: "space", mm: 4 },
      {
        type: "signatures",
        signatures: [
          { above: ["Mengetahui,", head.title], name: head.name },
          { above: [`${profile.name}, ${formatDate(today)}`, secretary.title], name: secretary.name },
        ],
      },
    ],
  };
}

function whenWord({ choice }: Register): string {
  return choice === "day" ? "Keadaan tanggal" : "Bulan";
}
