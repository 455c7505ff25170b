import { and, asc, desc, eq, gte } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { brandWhereOn, type VillageFrame, villageFrame } from "#app/modules/village/public-frame.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { agendaItems, posts } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { selectBudget, selectBudgetYears } from "./budget.server.ts";
import { budgetBalance, budgetParts, realisedUntil } from "./budget-rules.ts";
import { selectContacts } from "./contacts.server.ts";
import { shownContact } from "./load-front.server.ts";
import { excerptOf } from "./post-rules.ts";
import { todayOf } from "./posts.server.ts";
import { BUDGET_WORDS, FRONT_WORDS, POST_WORDS } from "./words.ts";

/** Posts on one page; older ones are found by their addresses. */
const MOST_POSTS = 60;
const MOST_AGENDA = 100;

const isPublished = eq(posts.state, "published");

function brandOf(ctx: VillageCtx, frame: VillageFrame) {
  return brandWhereOn(ctx, frame, { module: "portal", whenOff: FRONT_WORDS.isOff });
}

/** All that was published, newest first; one round trip. */
export async function loadNews(ctx: VillageCtx) {
  const { frame, rows } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    rows: reading(
      [
        ctx.db
          .select()
          .from(posts)
          .where(isPublished)
          .orderBy(desc(posts.publishedAt), desc(posts.id))
          .limit(MOST_POSTS),
      ],
      ([found]) => found,
    ),
  });
  return {
    brand: await brandOf(ctx, frame),
    zone: ctx.tenant.timeZone,
    posts: rows.map(({ slug, kind, title, body, publishedAt }) => ({
      ...{ slug, kind, title, publishedAt },
      excerpt: excerptOf(body),
    })),
  };
}

/** One post with its photo. @throws NotFoundError for drafts and what was withdrawn too */
export async function loadPublicPost(ctx: VillageCtx, slug: string) {
  const { frame, row } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    row: reading(
      [
        ctx.db
          .select({ post: posts, photo: files })
          .from(posts)
          .leftJoin(files, and(eq(files.id, posts.photoId), eq(files.isPublic, true)))
          .where(and(isPublished, eq(posts.slug, slug))),
      ],
      ([found]) => found[0] ?? null,
    ),
  });
  const brand = await brandOf(ctx, frame);
  if (!row) throw new NotFoundError(POST_WORDS.notPublic);
  const { kind, title, body, photoText, publishedAt, shownUntil } = row.post;
  const photoSrc = row.photo ? await ctx.fileUrl(row.photo, "publik") : null;
  const post = { kind, title, body, photoText, publishedAt, shownUntil };
  return { brand, zone: ctx.tenant.timeZone, post, photoSrc };
}

/** What is to come; one round trip. */
export async function loadPublicAgenda(ctx: VillageCtx) {
  const { frame, items } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    items: reading(
      [
        ctx.db
          .select({
            id: agendaItems.id,
            title: agendaItems.title,
            place: agendaItems.place,
            startsAt: agendaItems.startsAt,
            endsAt: agendaItems.endsAt,
            text: agendaItems.text,
            cancelledAt: agendaItems.cancelledAt,
          })
          .from(agendaItems)
          .where(gte(agendaItems.startsAt, todayOf(ctx)))
          .orderBy(asc(agendaItems.startsAt), asc(agendaItems.id))
          .limit(MOST_AGENDA),
      ],
      ([found]) => found,
    ),
  });
  return { brand: await brandOf(ctx, frame), zone: ctx.tenant.timeZone, items };
}

/** The years that have a poster, newest first. */
export async function loadPublicBudgetYears(ctx: VillageCtx) {
  const { frame, years } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    years: reading([selectBudgetYears(ctx.db)], ([rows]) => rows.map(({ year }) => year)),
  });
  return { brand: await brandOf(ctx, frame), years };
}

/** A year's poster. @throws NotFoundError for a year without lines */
export async function loadPublicBudget(ctx: VillageCtx, year: number) {
  const { frame, lines, years } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    lines: reading([selectBudget(ctx.db, year)], ([rows]) => rows),
    years: reading([selectBudgetYears(ctx.db)], ([rows]) => rows.map((row) => row.year)),
  });
  const brand = await brandOf(ctx, frame);
  if (lines.length === 0) throw new NotFoundError(BUDGET_WORDS.noYear);
  const parts = budgetParts(
    lines.map(({ id, side, name, planned, realised, realisedOn }) => ({
      ...{ id, side, name, planned, realised, realisedOn },
    })),
  );
  return {
    brand,
    year,
    otherYears: years.filter((each) => each !== year),
    parts,
    balance: budgetBalance(parts),
    until: realisedUntil(lines),
  };
}

/** Office and numbers; one round trip. */
export async function loadPublicContacts(ctx: VillageCtx) {
  const { frame, contacts } = await readTogether(ctx.db, {
    frame: villageFrame(ctx),
    contacts: reading([selectContacts(ctx.db)], ([rows]) => rows.map(shownContact)),
  });
  return { brand: await brandOf(ctx, frame), profile: frame.profile, contacts };
}
