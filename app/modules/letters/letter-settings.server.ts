import { inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { signingServices } from "#db/village/schema/letters.ts";
import { settings } from "#db/village/schema/village.ts";
import { DEFAULT_WORK_HOURS, type WorkHours } from "./promise-rules.ts";

export const HOURS_SETTING = "letters.hours";
export const SYSTEM_SETTING = "letters.system-approval";
/** Stands for the row of `signing_services` among the settings. */
const BSRE = "bsre";

/** The Perkades that allows approval in the system; without it there is none. */
export interface SystemApproval {
  isOn: boolean;
  regulation: string;
  regulationDate: string;
}

/** Where the village's BSrE service answers; user and password lie sealed as one text. */
export interface BsreSetting {
  address: string;
  sealed: string;
}

export interface LetterSettings {
  hours: WorkHours;
  system: SystemApproval | null;
  bsre: BsreSetting | null;
}

/** Query for the settings of this module. For a batch; finish with `settingsOf`. */
export function selectLetterSettings(db: VillageDb | VillageTx) {
  return db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, [HOURS_SETTING, SYSTEM_SETTING]))
    .unionAll(
      db
        .select({
          key: sql<string>`${BSRE}`,
          value: sql<unknown>`json_object('address', ${signingServices.address}, 'sealed', ${signingServices.accessSealed})`,
        })
        .from(signingServices),
    );
}

export function settingsOf(rows: readonly { key: string; value: unknown }[]): LetterSettings {
  const find = (key: string) => rows.find((row) => row.key === key)?.value;
  return {
    hours: (find(HOURS_SETTING) as WorkHours | undefined) ?? DEFAULT_WORK_HOURS,
    system: (find(SYSTEM_SETTING) as SystemApproval | undefined) ?? null,
    bsre: (find(BSRE) as BsreSetting | undefined) ?? null,
  };
}

/** The settings of this module. */
export async function getLetterSettings(db: VillageDb | VillageTx): Promise<LetterSettings> {
  return settingsOf(await selectLetterSettings(db));
}

/** Writes one of them, new or again. */
export async function putLetterSetting(
  ctx: OfficeCtx,
  tx: VillageTx,
  key: string,
  value: unknown,
): Promise<void> {
  const row = { value, updatedAt: ctx.now.toISOString() };
  await tx
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
