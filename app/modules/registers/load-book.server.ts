import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import { isDescentShown } from "./descent-setting.server.ts";
import { lawfulEnd } from "./office-term-rules.ts";
import { listOfficials, sliceOfficials } from "./read-officials.server.ts";
import { readerOf, readRegister } from "./read-register.server.ts";
import { type Choice, type Register, ROWS_AT_ONCE } from "./register-rules.ts";
import type { Place } from "./register-table.ts";
import { REGISTER_WORDS } from "./words.ts";

/** Rows of a page. */
const PAGE_ROWS = 50;

/** A page of a register, and what stands beside it: vacancies and ends of office, what the columns leave out. */
export async function loadBook(
  ctx: OfficeCtx,
  profile: ProfileRow,
  register: Register,
  choice: Choice,
  after: string | null,
) {
  const place = { after, limit: register.choice === "month" ? ROWS_AT_ONCE : PAGE_ROWS };
  const remarks = await remarksOf(ctx, register);
  if (register.key === "aparat") return { ...(await loadOfficials(ctx, profile, choice, place)), remarks };
  return { ...(await readRegister(ctx, profile, register, choice, place)), posts: null, remarks };
}

/** A.4 and its posts from one look. */
async function loadOfficials(ctx: OfficeCtx, profile: ProfileRow, { to }: Choice, place: Place) {
  requirePermission(ctx, "registers.read");
  const reader = readerOf(ctx, profile);
  const found = await listOfficials(reader, to);
  const ending = found.ending.map((line) => ({
    name: line.name,
    title: line.title,
    end: lawfulEnd(line) ?? to,
  }));
  return {
    ...(await sliceOfficials(reader, found, to, place)),
    posts: { vacancies: found.vacancies, ending },
  };
}

/** What whoever reads should know of the columns. */
async function remarksOf(ctx: OfficeCtx, { key }: Register): Promise<string[]> {
  const seesNumbers = ctx.actor.permissions.has("data.identity");
  const numbers = seesNumbers || key === "mutasi" || key === "rekapitulasi" ? [] : [REGISTER_WORDS.masked];
  if (key === "induk") return [...numbers, REGISTER_WORDS.literacy];
  if (key === "ktp-kk") return numbers;
  if (key === "rekapitulasi") return [REGISTER_WORDS.insideNote];
  if (key !== "sementara") return [];
  const isShown = await isDescentShown(ctx.db);
  return [...numbers, isShown ? REGISTER_WORDS.descentShown : REGISTER_WORDS.descent];
}
