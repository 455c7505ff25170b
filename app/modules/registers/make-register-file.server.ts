import { asc, eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { type ProfileRow, requireProfile } from "#app/modules/village/profile.server.ts";
import { errorText } from "#app/platform/error-text.ts";
import { keepMadeFile } from "#app/platform/files/keep-made-file.ts";
import { openBytes, sealBytes } from "#app/platform/files/seal-bytes.ts";
import { tell } from "#app/platform/inbox.ts";
import { registerFiles } from "#db/village/schema/registers.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import {
  choiceColumn,
  claimFile,
  type FilePlan,
  goesAt,
  planOf,
  type RegisterFileRow,
  settleFile,
} from "./register-files.server.ts";
import type { RegisterRow } from "./register-table.ts";
import { registerFileName, renderRegister } from "./render-register.server.ts";
import { REGISTER_FILE_FIELD } from "./sealed-fields.ts";
import { SOURCES } from "./sources.server.ts";
import { FILE_WORDS } from "./words.ts";

/** Rows of one step: a second of work. */
const ROWS_A_STEP = 250;
const MAX_ATTEMPTS = 3;
/** Nothing is tied to parts and files: they live shorter than what the sweep leaves alone. */
const PURPOSE = "register-file";
const SEALED_TYPE = "application/octet-stream";

/**
 * Takes the file that waits one step on: the next 250 rows as a sealed part, or, once all are there, the parts as one
 * sealed file. A step that was cut off is made again; nothing points to what it had stored, so that is swept away.
 * @throws whatever database or store met: the step comes again later
 */
export async function makeRegisterFile(ctx: VillageCtx): Promise<void> {
  const row = await claimFile(ctx);
  if (!row) return;
  if (row.attempts > MAX_ATTEMPTS) return giveUp(ctx, row, "cut off each time");
  try {
    const plan = planOf(row);
    if (plan.isWhole) await joinParts(ctx, row, plan);
    else await makePart(ctx, row, plan);
  } catch (error) {
    const lastError = errorText(error).slice(0, 500);
    if (row.attempts >= MAX_ATTEMPTS) {
      ctx.log.error("register-files.failed", error);
      return giveUp(ctx, row, lastError);
    }
    await settleFile(ctx, row, { state: "waiting", error: lastError });
    throw error;
  }
}

async function makePart(ctx: VillageCtx, row: RegisterFileRow, plan: FilePlan): Promise<void> {
  const { register, choice, sees, parts, after } = plan;
  const reader = { ...ctx, sees: new Set(sees), profile: await readProfile(ctx) };
  const { rows, next } = await SOURCES[register.key](reader, choice, { after, limit: ROWS_A_STEP });
  const part = await keep(ctx, row, new TextEncoder().encode(JSON.stringify(rows)));
  await settleFile(ctx, row, {
    state: "waiting",
    attempts: 0,
    progress: row.progress + rows.length,
    choice: choiceColumn({ ...plan, parts: [...parts, part], after: next, isWhole: next === null }),
  });
}

async function joinParts(ctx: VillageCtx, row: RegisterFileRow, plan: FilePlan): Promise<void> {
  const parts = readParts(ctx, plan.parts);
  const bytes = await renderRegister(ctx, await readProfile(ctx), { ...plan, parts });
  const fileId = await keep(ctx, row, bytes);
  const choice = choiceColumn({ ...plan, parts: [] });
  await settleFile(ctx, row, { state: "ready", fileId, rowCount: row.progress, choice, error: null });
  await tellMaker(ctx, row, FILE_WORDS.ready(plan.register.name), FILE_WORDS.readyBody);
  for (const part of plan.parts) await removeFile(ctx, part);
}

async function* readParts(ctx: VillageCtx, parts: readonly string[]): AsyncGenerator<RegisterRow[]> {
  for (const part of parts)
    yield JSON.parse(new TextDecoder().decode(await readSealed(ctx, part))) as RegisterRow[];
}

async function readProfile(ctx: VillageCtx): Promise<ProfileRow> {
  const [profile] = await ctx.db.select().from(villageProfile);
  return requireProfile(profile);
}

async function keep(ctx: VillageCtx, row: RegisterFileRow, bytes: Uint8Array): Promise<string> {
  const { register, choice, format } = planOf(row);
  const name = registerFileName(register, choice, format, ctx.tenant.slug);
  const about = { purpose: PURPOSE, name, mediaType: SEALED_TYPE, createdBy: row.createdBy };
  return (await keepMadeFile(ctx, await sealBytes(ctx.keys, REGISTER_FILE_FIELD, bytes), about)).id;
}

/** @throws Error where its bytes are gone: the store lost them */
async function readSealed(ctx: VillageCtx, fileId: string): Promise<Uint8Array<ArrayBuffer>> {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  const stored = row && (await ctx.files.get(row.storageKey));
  if (!stored) throw new Error(`part ${fileId} is gone`);
  return openBytes(ctx.keys, REGISTER_FILE_FIELD, stored.bytes);
}

async function giveUp(ctx: VillageCtx, row: RegisterFileRow, error: string): Promise<void> {
  const plan = planOf(row);
  await settleFile(ctx, row, { state: "failed", error, choice: choiceColumn({ ...plan, parts: [] }) });
  await tellMaker(ctx, row, FILE_WORDS.failed(plan.register.name), FILE_WORDS.failedBody);
  for (const part of plan.parts) await removeFile(ctx, part);
}

function tellMaker(ctx: VillageCtx, row: RegisterFileRow, title: string, body: string): Promise<void> {
  const message = { onceKey: `register-file:${row.id}`, title, body, href: "/kantor/register/berkas" };
  return tell({ actor: null, now: ctx.now }, ctx.db, [row.createdBy], message);
}

/**
 * Removes files whose time is over: bytes, then the row, so that a crash between is mended by the next run.
 * @returns when the next one's time is over, or null
 */
export async function removeOldFiles(ctx: VillageCtx): Promise<Date | null> {
  const ready = await ctx.db
    .select()
    .from(registerFiles)
    .where(eq(registerFiles.state, "ready"))
    .orderBy(asc(registerFiles.updatedAt));
  for (const row of ready) {
    if (goesAt(row) > ctx.now) return goesAt(row);
    if (row.fileId) await removeFile(ctx, row.fileId);
    await ctx.db
      .update(registerFiles)
      .set({ state: "gone", fileId: null })
      .where(eq(registerFiles.id, row.id));
  }
  return null;
}

async function removeFile(ctx: VillageCtx, fileId: string): Promise<void> {
  const [row] = await ctx.db.select().from(files).where(eq(files.id, fileId));
  if (!row) return;
  await ctx.files.delete(row.storageKey);
  await ctx.db.delete(files).where(eq(files.id, fileId));
}
