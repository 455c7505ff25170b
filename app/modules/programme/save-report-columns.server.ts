import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { putSetting } from "./put-setting.server.ts";
import type { ReportColumnsInput } from "./report-input.ts";
import { orderColumns, REPORT_COLUMNS_SETTING } from "./report-order-rules.ts";
import { fitsPaper } from "./report-table.ts";
import { REPORT_PAGE_WORDS } from "./report-words.ts";

/** Keeps the village's columns of the report and their order. */
export async function saveReportColumns(
  ctx: OfficeCtx,
  input: ReportColumnsInput,
): Promise<{ columns: string[] }> {
  requirePermission(ctx, "programme.plan");
  if (!input.kolom.includes("name")) throw new FieldError("kolom", REPORT_PAGE_WORDS.nameNeeded);
  if (!fitsPaper(input.kolom)) throw new FieldError("kolom", REPORT_PAGE_WORDS.tooWide);
  const columns = orderColumns(input.kolom, input.urutan);
  return write(ctx, async ({ tx, audit }) => {
    await putSetting(ctx, tx, REPORT_COLUMNS_SETTING, columns);
    const details = { kolom: columns };
    await audit({
      action: "report.save-columns",
      entity: "setting",
      entityId: REPORT_COLUMNS_SETTING,
      details,
    });
    return { columns };
  });
}
