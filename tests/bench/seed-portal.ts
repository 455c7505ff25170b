import type { VillageCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import {
  agendaItems,
  budgetLines,
  posts,
  publicContacts,
  publicDocuments,
} from "#db/village/schema/portal.ts";

const BODY = "Warga diundang bekerja bersama.\n\n- cangkul\n- sabit\n\n".repeat(6);

/** A village's public face after a few years: 60 posts, 20 things to come, 20 lines of a budget, 40 documents. */
export async function seedBenchPortal({ db, now }: VillageCtx, year: number): Promise<void> {
  const at = now.toISOString();
  const stamp = { createdBy: "uji", createdAt: at, updatedAt: at };
  const many = <Row>(count: number, make: (index: number) => Row) =>
    Array.from({ length: count }, (_, i) => make(i));
  await db.batch([
    db.insert(posts).values(
      many(60, (i) => ({
        ...{ id: newId(now), slug: `kerja-bakti-${i}`, kind: "news" as const, title: `Kerja bakti ${i}` },
        ...{ body: BODY, state: "published" as const, publishedAt: at, ...stamp },
      })),
    ),
    db.insert(agendaItems).values(
      many(20, (i) => ({
        id: newId(now),
        title: `Posyandu ${i}`,
        startsAt: `${year + 1}-01-10T08:00`,
        ...stamp,
      })),
    ),
    db.insert(publicContacts).values(
      many(8, (i) => ({
        ...{ id: newId(now), kind: "emergency" as const, name: `Layanan ${i}`, number: "112" },
        ...{ position: i, updatedAt: at },
      })),
    ),
    db.insert(budgetLines).values(
      many(20, (i) => ({
        ...{
          id: newId(now),
          year,
          side: i % 2 ? ("income" as const) : ("expense" as const),
          name: `Baris ${i}`,
        },
        ...{ planned: 1_000_000 * (i + 1), realised: 500_000, realisedOn: `${year}-01-31`, position: i },
        updatedAt: at,
      })),
    ),
    db.insert(publicDocuments).values(
      many(40, (i) => ({
        ...{ id: newId(now), class: "berkala" as const, title: `Laporan ${i}`, year, isPublic: true },
        ...stamp,
      })),
    ),
  ]);
}
