import { and, asc, desc, eq, inArray, lte, or } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { registerFiles } from "#db/village/schema/registers.ts";
import { files } from "#db/village/schema/village.ts";
import { type Choice, type FileFormat, findRegister, type Register } from "./register-rules.ts";
import { FILE_WORDS, REGISTER_WORDS } from "./words.ts";

/** Kind of the work in the calendar. */
export const FILES_KIND = "register-files";
/** A finished file is offered for so long. */
export const FILE_HOURS = 24;
/** A run that is cut off is taken up again after this. */
const LEASE_SECONDS = 240;
const SHOWN = 20;

export type RegisterFileRow = typeof registerFiles.$inferSelect;

/** What a file is made of, and how far it is: it goes on from this alone. */
export interface FilePlan {
  register: Register;
  choice: Choice;
  format: FileFormat;
  /** What whoever asked for it may see of protected fields. */
  sees: string[];
  /** Files of the parts that are made. */
  parts: string[];
  /** Where the next part begins. */
  after: string | null;
  /** Are all parts made? */
  isWhole: boolean;
}

type Stand = Pick<FilePlan, "choice" | "sees" | "parts" | "after" | "isWhole">;

/** The plan as its row keeps it. */
export function choiceColumn({ choice, sees, parts, after, isWhole }: Stand): Record<string, string> {
  const lists = { sees: sees.join(" "), parts: parts.join(" ") };
  return { ...choice, ...lists, after: after ?? "", isWhole: isWhole ? "ya" : "" };
}

/** @throws NotFoundError where its register is none any more */
export function planOf({ register: key, choice: kept, format }: RegisterFileRow): FilePlan {
  const register = findRegister(key);
  if (!register) throw new NotFoundError(REGISTER_WORDS.noRegister);
  const { from = "", to = "", sees = "", parts = "", after = "", isWhole = "" } = kept;
  return {
    register,
    choice: { from, to },
    format,
    sees: wordsOf(sees),
    parts: wordsOf(parts),
    after: after || null,
    isWhole: isWhole !== "",
  };
}

function wordsOf(text: string): string[] {
  return text.split(" ").filter(Boolean);
}

const isOpen = inArray(registerFiles.state, ["waiting", "making"]);

/** The oldest file that is not made yet, of an account or of any. */
export async function findOpenFile(
  db: VillageDb | VillageTx,
  accountId: string | null = null,
): Promise<RegisterFileRow | null> {
  const isHis = accountId === null ? undefined : eq(registerFiles.createdBy, accountId);
  const [row] = await db
    .select()
    .from(registerFiles)
    .where(and(isOpen, isHis))
    .orderBy(asc(registerFiles.createdAt), asc(registerFiles.id))
    .limit(1);
  return row ?? null;
}

/** Takes up a file that waits, or whose run was killed, so that no two make the same part. */
export async function claimFile(ctx: VillageCtx): Promise<RegisterFileRow | null> {
  const open = await findOpenFile(ctx.db);
  if (!open) return null;
  const expired = new Date(ctx.now.getTime() - LEASE_SECONDS * 1000).toISOString();
  const isFree = or(eq(registerFiles.state, "waiting"), lte(registerFiles.updatedAt, expired));
  const [row] = await ctx.db
    .update(registerFiles)
    .set({ state: "making", attempts: open.attempts + 1, updatedAt: ctx.now.toISOString() })
    .where(and(isSame(open), isFree))
    .returning();
  return row ?? null;
}

/** Writes what came of a step; a run that was thought dead and wakes up changes nothing. */
export async function settleFile(
  ctx: VillageCtx,
  row: RegisterFileRow,
  change: Partial<typeof registerFiles.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(registerFiles)
    .set({ ...change, updatedAt: ctx.now.toISOString() })
    .where(and(isSame(row), eq(registerFiles.state, "making")));
}

function isSame({ id, attempts, progress }: RegisterFileRow) {
  return and(
    eq(registerFiles.id, id),
    eq(registerFiles.attempts, attempts),
    eq(registerFiles.progress, progress),
  );
}

/** The actor's own files, the latest first. */
export async function listOwnFiles(ctx: OfficeCtx): Promise<RegisterFileRow[]> {
  return ctx.db
    .select()
    .from(registerFiles)
    .where(eq(registerFiles.createdBy, ctx.actor.accountId))
    .orderBy(desc(registerFiles.createdAt), desc(registerFiles.id))
    .limit(SHOWN);
}

/** A finished file of the actor's own. @throws NotFoundError */
export async function getReadyFile(ctx: OfficeCtx, id: string) {
  const [found] = await ctx.db
    .select({ row: registerFiles, storageKey: files.storageKey })
    .from(registerFiles)
    .innerJoin(files, eq(files.id, registerFiles.fileId))
    .where(
      and(
        eq(registerFiles.id, id),
        eq(registerFiles.createdBy, ctx.actor.accountId),
        eq(registerFiles.state, "ready"),
      ),
    );
  if (!found || goesAt(found.row) <= ctx.now) throw new NotFoundError(FILE_WORDS.gone);
  return found;
}

/** When a finished file goes. */
export function goesAt({ updatedAt }: Pick<RegisterFileRow, "updatedAt">): Date {
  return new Date(Date.parse(updatedAt) + FILE_HOURS * 3_600_000);
}
