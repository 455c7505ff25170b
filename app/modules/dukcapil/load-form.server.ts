import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import { receiptAddress, receiptAmong, selectReceipts } from "#app/modules/receipts/issue-receipt.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { openContent, openResults, requireSheet, selectJourneys, todayOf } from "./forms.server.ts";
import { missingIn, type Sheet, type SheetContent } from "./sheet-rules.ts";
import { isPossible } from "./state-rules.ts";
import { FORM_WORDS } from "./words.ts";

/**
 * A form with its numbers masked, the batches that it went with, and what may be done to it; one round trip.
 * @throws NotFoundError where there is no such form
 */
export async function loadForm(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "dukcapil.read");
  const receipted = { subject: "dukcapil", subjectId: id } as const;
  const [[row], journeys, codes] = await ctx.db.batch([
    ctx.db.select().from(dukcapilForms).where(eq(dukcapilForms.id, id)),
    selectJourneys(ctx.db, id),
    selectReceipts(ctx.db, receipted),
  ]);
  if (!row) throw new NotFoundError(FORM_WORDS.gone);
  const sheet = requireSheet(row);
  const content = await openContent(ctx, row);
  const results = await openResults(ctx, row);
  const mayWrite = ctx.actor.permissions.has("dukcapil.write");
  const code = mayWrite ? await receiptAmong(ctx, codes, receipted) : null;
  const may = (action: Parameters<typeof isPossible>[0]) => mayWrite && isPossible(action, row.state);
  const { contentSealed: _, resultSealed: __, ...form } = row;
  return {
    form,
    sheet: { key: sheet.key, title: sheet.title, form: sheet.form, results: sheet.results },
    parts: shownParts(sheet, content),
    missing: missingIn(sheet, content).length,
    results: Object.entries(results).map(([key, value]) => ({ key, value: masked(value) })),
    journeys,
    receipt: code ? { code, href: receiptAddress(ctx, code) } : null,
    today: todayOf(ctx),
    may: {
      edit: may("edit"),
      return: may("return"),
      finish: may("finish"),
      collect: may("collect"),
      cancel: may("cancel"),
      print: mayWrite,
    },
  };
}

/** What an official sees to edit: identifiers stay behind as a mask. */
export async function loadFormToEdit(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "dukcapil.write");
  const [row] = await ctx.db.select().from(dukcapilForms).where(eq(dukcapilForms.id, id));
  if (!row) throw new NotFoundError(FORM_WORDS.gone);
  const sheet = requireSheet(row);
  const content = await openContent(ctx, row);
  const isian = Object.fromEntries(
    sheet.parts.map((part) => [
      part.key,
      (content[part.key] ?? []).map((values) =>
        Object.fromEntries(
          part.fields.flatMap(({ key, kind }) =>
            kind === "identifier" || !values[key] ? [] : [[key, values[key]]],
          ),
        ),
      ),
    ]),
  );
  return {
    id: row.id,
    version: row.version,
    personName: row.personName,
    isEditable: isPossible("edit", row.state),
    sheet,
    isian,
    masks: masksOf(sheet, content),
  };
}

/** Masked identifiers by the name of their field in the form. */
function masksOf(sheet: Sheet, content: SheetContent): Record<string, string> {
  return Object.fromEntries(
    sheet.parts.flatMap((part) =>
      (content[part.key] ?? []).flatMap((row, at) =>
        part.fields.flatMap(({ key, kind }) =>
          kind === "identifier" && row[key] ? [[`isian.${part.key}[${at}].${key}`, masked(row[key])]] : [],
        ),
      ),
    ),
  );
}

function shownParts(sheet: Sheet, content: SheetContent) {
  return sheet.parts.map((part) => ({
    key: part.key,
    title: part.title,
    rowName: part.list?.row ?? null,
    rows: (content[part.key] ?? []).map((row) =>
      part.fields.map(({ key, label, kind }) => ({
        key,
        label,
        kind,
        value: row[key] ? (kind === "identifier" ? masked(row[key]) : row[key]) : null,
      })),
    ),
  }));
}

function masked(value: string): string {
  return maskNumber(value) ?? "";
}
