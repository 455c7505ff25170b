import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { handLetter } from "#app/modules/letters/hand-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { signLetters } from "#app/modules/letters/sign-letters.server.ts";
import { acceptTerms } from "#app/modules/privacy/accept-terms.server.ts";
import { addDays, type Day, dayIn, instantOf } from "#app/platform/clock.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { letters } from "#db/village/schema/letters.ts";
import { residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { DEMO_RESIDENTS, seedDemoResident } from "./demo-resident.ts";
import type { DemoYear } from "./demo-year.ts";
import { plausibleHouseholds } from "./plausible-households.ts";
import { actAs, type Deed, type Stage } from "./seed-deeds.ts";
import { seedHouseholds } from "./seed-resident.ts";

/** A letter that somebody asked for: so many days ago, and how far it has come. */
interface DemoLetter {
  kind: string;
  daysAgo: number;
  /** Place of the applicant among the heads of the register. */
  head: number;
  fields: Record<string, string>;
  fate: "lacks papers" | "in review" | "waiting" | "signed" | "handed";
}

const LETTERS: DemoLetter[] = [
  letter("usaha", 12, 0, "handed", {
    jenis_usaha: "Dagang ketak",
    alamat_usaha: "Pasar Sesela",
    sejak: "2019",
    keperluan: "pengajuan KUR di bank",
  }),
  letter("domisili", 9, 1, "handed", { sejak: "2015", keperluan: "melamar pekerjaan" }),
  letter("skck", 6, 2, "signed", { keperluan: "melamar pekerjaan" }),
  letter("usaha", 2, 3, "waiting", {
    jenis_usaha: "Bengkel sepeda motor",
    alamat_usaha: "Dusun Kebun Lauk",
    sejak: "2022",
    keperluan: "pengajuan kredit di koperasi",
  }),
  letter("kelakuan-baik", 1, 4, "waiting", { keperluan: "mendaftar sekolah kedinasan" }),
  letter("tidak-mampu", 1, 5, "in review", { keperluan: "keringanan biaya sekolah" }),
  letter("domisili", 0, 6, "lacks papers", { sejak: "2020", keperluan: "membuka rekening bank" }),
];

function letter(
  kind: string,
  daysAgo: number,
  head: number,
  fate: DemoLetter["fate"],
  fields: Record<string, string>,
): DemoLetter {
  return { kind, daysAgo, head, fate, fields };
}

/** The terms are accepted and the register is taken over at the stage's present. */
export async function seedRegister(stage: Stage): Promise<void> {
  const kades = actAs(stage, "kades", stage.site.now);
  const present = presentTerms(TERMS_VERSIONS, dayIn(stage.tenant.timeZone, stage.site.now));
  await acceptTerms(kades, { versi: present.version, sidik: await hashTerms(present), setuju: "on" });
  const rts = await kades.db
    .select({ id: areas.id })
    .from(areas)
    .where(eq(areas.kind, "rt"))
    .orderBy(asc(areas.id));
  const areaIds = rts.map(({ id }) => id);
  await seedHouseholds(kades, plausibleHouseholds({ count: DEMO_RESIDENTS, areaIds }));
  await seedDemoResident(kades);
}

/** The counter's last two weeks. */
export function letterDeeds({ today, zone }: DemoYear): Deed[] {
  return LETTERS.flatMap((each) => {
    const asked = addDays(today, -each.daysAgo);
    const at = (day: Day, hour: number) => instantOf(zone, day, hour);
    const step = (day: Day, hour: number, act: (ctx: OfficeCtx, id: string) => Promise<unknown>): Deed => ({
      at: at(day, hour),
      by: "pelayanan",
      act: async (ctx) => act(ctx, await idOf(ctx, each)),
    });
    const deeds: Deed[] = [{ at: at(asked, 9), by: "pelayanan", act: (ctx) => ask(ctx, each) }];
    if (each.fate === "signed" || each.fate === "handed")
      deeds.push(step(asked, 11, (ctx, id) => signLetters(ctx, { surat: [id] })));
    if (each.fate === "handed")
      deeds.push(step(addDays(asked, 1), 9, async (ctx, id) => handLetter(ctx, id, await handing(ctx, id))));
    return deeds;
  });
}

async function ask(ctx: OfficeCtx, { kind: key, head, fields, fate }: DemoLetter): Promise<void> {
  const kind = await getKind(ctx, ctx.db, key);
  const input = letterInput(kind).parse({
    maksud: fate === "lacks papers" ? "simpan" : "cetak",
    belum: fate === "lacks papers" ? [0] : [],
    isian: fields,
  });
  await askLetter(ctx, key, { residentId: await headOf(ctx, head), subjectId: null }, input);
}

async function headOf(ctx: OfficeCtx, place: number): Promise<string> {
  const [row] = await ctx.db
    .select({ id: residents.id })
    .from(residents)
    .where(eq(residents.familyRole, 1))
    .orderBy(asc(residents.number))
    .limit(1)
    .offset(place);
  if (!row) throw new Error(`the register has no head ${place}`);
  return row.id;
}

/** The letter of this kind that the head asked for. */
async function idOf(ctx: OfficeCtx, { kind, head }: DemoLetter): Promise<string> {
  const residentId = await headOf(ctx, head);
  const rows = await ctx.db.select().from(letters).where(eq(letters.residentId, residentId));
  const found = rows.find((row) => row.kind === kind);
  if (!found) throw new Error(`nobody asked for ${kind}`);
  return found.id;
}

async function handing(ctx: OfficeCtx, id: string) {
  const [row] = await ctx.db.select().from(letters).where(eq(letters.id, id));
  return { versi: row?.version ?? 0, kepada: row?.personName ?? "" };
}
