import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { recoveryExpiry } from "#app/platform/second-factor/recovery-code.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { positionTerms, sessions } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityUpdates,
  deviations,
  indicators,
  programmes,
  spending,
  updateValues,
} from "#db/village/schema/programme.ts";
import { passkeys, recoveryCodes } from "#db/village/schema/security.ts";
import { areas } from "#db/village/schema/village.ts";
import {
  type SeededActivity,
  seedRunningProgramme,
} from "../modules/programme/progress/running-programme.ts";
import { type AppVillage, seedTestVillage, type TestApp } from "./app.ts";
import { type ClaimsStage, setClaimsStage } from "./claims-stage.ts";
import type { BrowserlessClient, ClientAnswer } from "./client.ts";
import { type CounterStage, setCounterStage } from "./counter-stage.ts";
import { type DataIds, seedDataStage } from "./data-stage.ts";
import { type ImportStage, setImportStage } from "./import-stage.ts";
import { type InformationStage, setInformationStage } from "./information-stage.ts";
import { type LettersStage, setLettersStage } from "./letters-stage.ts";
import { type MailStage, setMailStage } from "./mail-stage.ts";
import { TEST_REGENCY } from "./overseers.ts";
import { type OversightStage, setOversightStage } from "./oversight-stage.ts";
import { type PopulationStage, setPopulationStage } from "./population-stage.ts";
import { type PortalStage, setPortalStage } from "./portal-stage.ts";
import { type PrivacyStage, setPrivacyStage } from "./privacy-stage.ts";
import { type RegisterStage, setRegisterStage } from "./register-stage.ts";
import { signInAsResident } from "./resident-client.ts";
import { type ResidentStage, setResidentStage } from "./resident-stage.ts";
import { type ServiceStage, setServiceStage } from "./service-stage.ts";

/** A photo as a phone makes it, with EXIF in it. */
export const PHOTO = readFileSync(new URL("../platform/image/fixtures/sawah.jpg", import.meta.url));

const SHEET = [
  "Kode Kegiatan;Nama Kegiatan;Anggaran;Realisasi",
  "01.03.01;Pelayanan surat;12.000.000,00;2.500.000,00",
  "01.05.04;Tidak dikenal;10.000.000,00;500.000,00",
].join("\r\n");

/** Years of the stage by the clock's start (November 2026): one of each state that pages tell apart. */
export const YEARS = { closed: 2024, running: 2026, draft: 2027, submitted: 2028 } as const;

/** A village in the middle of its work, with something on every page. */
export interface OfficeStage {
  village: AppVillage;
  /** Somebody signed in, once for each position; above the villages for each of OVERSIGHT_VISITORS. */
  as(position: string): Promise<BrowserlessClient>;
  ids: CounterStage & {
    person: string;
    term: string;
    area: string;
    invitation: string;
    invitationToken: string;
    resetToken: string;
    recoveryToken: string;
    village: string;
    /** Of the one who is secured by it. */
    passkey: string;
    /** Running, behind its time, with reports in every state. */
    activity: string;
    indicator: string;
    countedIndicator: string;
    updates: Record<"draft" | "submitted" | "returned" | "approved", string>;
    closedActivity: string;
    submittedActivity: string;
    /** Of next year's draft. */
    plannedActivity: string;
    plannedIndicator: string;
    plannedSection: string;
    /** A sheet whose columns are known. */
    import: string;
    /** Above the villages. */
    oversight: OversightStage["ids"];
    claims: ClaimsStage;
    privacy: PrivacyStage;
    population: PopulationStage;
    letters: LettersStage;
    residents: ResidentStage;
    imports: ImportStage;
    data: DataIds;
    mail: MailStage;
    registers: RegisterStage;
    service: ServiceStage;
    portal: PortalStage;
    information: InformationStage;
  };
}

/** Builds the stage in the running app, through its own forms wherever files or links are made. */
export async function setOfficeStage(app: TestApp): Promise<OfficeStage> {
  const village = await seedTestVillage(app, { regionCode: newRegionCode() });
  const oversight = await setOversightStage(app, village.tenant.villageId);
  const secured = await seedSecured(app, village);
  const clients = new Map(oversight.clients)
    .set("berkunci", secured.inside)
    .set("sebelum-kode", secured.owing);
  const as = (position: string) => {
    const client = clients.get(position) ?? village.signInAs(position);
    clients.set(position, client);
    return client;
  };
  const planned = await openNextYear(village, await as("kasi-pemerintahan"));
  const running = await seedRunningYear(village);
  const others = await seedOtherYears(village);
  const people = await seedPeople(village, await as("kepala-desa"));
  await comment(await as("kasi-pemerintahan"), running.activity);
  const sheet = new File([SHEET], "realisasi.csv", { type: "text/csv" });
  const money = await as("kaur-keuangan");
  const read = await money.submit(`/kantor/program-kerja/${YEARS.running}/impor`, { berkas: sheet });
  const made = { ...planned, ...running, ...others, ...people, import: idIn(read, /impor\/([\w-]+)/) };
  const recoveryToken = await seedRecovery(village);
  const extra = { passkey: secured.passkey, recoveryToken, village: village.tenant.villageId };
  const claims = await setClaimsStage(app, village);
  const privacy = await setPrivacyStage(await as("kepala-desa"), people.person);
  const data = await seedDataStage(village);
  const portal = await setPortalStage(village, await as("kepala-desa"), YEARS.running);
  const information = await setInformationStage(village, await as("kepala-desa"));
  const mail = await setMailStage(await as("kepala-desa"), accountIdOf(village, "kepala-desa"));
  const population = await setPopulationStage(village, people.area);
  clients.set("warga", signInAsResident(app, village, population.resident));
  const letters = await setLettersStage(
    village,
    await as("kasi-pemerintahan"),
    population.resident,
    accountIdOf(village, "kepala-desa"),
  );
  const service = await setServiceStage(
    village,
    await as("kepala-desa"),
    app.createBrowserlessClient(village.slug),
  );
  const residents = await setResidentStage(
    app,
    village,
    { kasi: await as("kasi-pemerintahan"), resident: await as("warga"), photo: PHOTO },
    population,
  );
  const counter = await setCounterStage(village, as, population.resident);
  const registers = await setRegisterStage(await as("kepala-desa"));
  const imports = await setImportStage(village, population.resident);
  const ids = {
    ...made,
    ...extra,
    letters,
    oversight: oversight.ids,
    claims,
    privacy,
    data,
    population,
    residents,
    imports,
    mail,
    ...counter,
    registers,
    service,
    portal,
    information,
  };
  return { village, as, ids };
}

function builder(village: AppVillage) {
  return { db: village.ctx.db, now: () => village.ctx.now };
}

async function openNextYear(village: AppVillage, kasi: BrowserlessClient) {
  await kasi.submit("/kantor/program-kerja", { tahun: String(YEARS.draft) });
  const [found] = await village.ctx.db
    .select({
      plannedActivity: activities.id,
      plannedIndicator: indicators.id,
      plannedSection: activities.sectionId,
    })
    .from(programmes)
    .innerJoin(activities, eq(activities.programmeId, programmes.id))
    .innerJoin(indicators, eq(indicators.activityId, activities.id))
    .where(eq(programmes.year, YEARS.draft))
    .limit(1);
  if (!found) throw new Error("next year's draft has no indicator");
  return found;
}

/** The village's person who holds a position. */
export function accountIdOf(village: AppVillage, position: string): string {
  const person = village.people.find(({ actor }) =>
    actor.positions.some((held) => held.position === position),
  );
  if (!person) throw new Error(`nobody is ${position}`);
  return person.accountId;
}

async function seedRunningYear(village: AppVillage) {
  const kasi = accountIdOf(village, "kasi-pemerintahan");
  const { activities: seeded } = await seedRunningProgramme(builder(village), {
    year: YEARS.running,
    activities: [
      {
        name: "Pelayanan surat",
        budget: 10_000_000,
        responsibleAccountId: kasi,
        people: [kasi],
        indicators: [
          { targets: [100, 100, 100, 100] },
          { name: "Laporan tepat waktu", unit: "laporan", countedKey: COUNTED, targets: [1, 1, 1, 1] },
        ],
      },
      { name: "Penataan arsip", responsibleAccountId: kasi, indicators: [{ targets: [1, 1, 1, 1] }] },
    ],
  });
  const [first] = seeded;
  if (!first) throw new Error("no running activity");
  await village.ctx.db
    .update(activities)
    .set({ activityCode: "01.03.01", location: "Kantor desa" })
    .where(eq(activities.id, first.id));
  const updates = {
    approved: await seedUpdate(village, first, 1, "approved"),
    returned: await seedUpdate(village, first, 2, "returned"),
    submitted: await seedUpdate(village, first, 3, "submitted"),
    draft: await seedUpdate(village, first, 4, "draft"),
  };
  await seedMoneyAndReason(village, first.id, kasi);
  const [indicator = "", countedIndicator = ""] = first.indicatorIds;
  return { activity: first.id, indicator, countedIndicator, updates };
}

const COUNTED = "programme.updates-on-time";

/** Writes a report of a quarter of the running year in a state, with a value of the first indicator. */
export async function seedUpdate(
  village: AppVillage,
  activity: SeededActivity,
  quarter: 1 | 2 | 3 | 4,
  state: "draft" | "submitted" | "returned" | "approved",
): Promise<string> {
  const { db, now } = village.ctx;
  const id = newId(now);
  const at = now.toISOString();
  const isDecided = state === "returned" || state === "approved";
  const asOf = ["03-31", "06-30", "09-30", "11-20"][quarter - 1];
  await db.insert(activityUpdates).values({
    id,
    activityId: activity.id,
    quarter,
    asOf: `${YEARS.running}-${asOf}`,
    note: "Loket buka setiap hari kerja.",
    state,
    createdBy: accountIdOf(village, "kasi-pemerintahan"),
    createdAt: at,
    submittedAt: state === "draft" ? null : at,
    returnReason: state === "returned" ? "Angkanya belum sama dengan buku." : null,
    decidedBy: isDecided ? accountIdOf(village, "kepala-desa") : null,
    decidedAt: isDecided ? at : null,
  });
  const [indicatorId = ""] = activity.indicatorIds;
  await db.insert(updateValues).values({ updateId: id, indicatorId, value: 20 * quarter });
  return id;
}

async function seedMoneyAndReason(village: AppVillage, activityId: string, createdBy: string) {
  const { db, now } = village.ctx;
  const made = { activityId, createdBy, createdAt: now.toISOString() };
  await db.insert(spending).values({
    ...made,
    id: newId(now),
    amount: 2_000_000,
    spentOn: `${YEARS.running}-05-04`,
    note: "Kertas dan tinta",
  });
  await db.insert(deviations).values({
    ...made,
    id: newId(now),
    asOf: `${YEARS.running}-06-30`,
    gapPoints: 20,
    cause: "Mesin cetak rusak.",
    correction: "Mesin cetak diganti bulan depan.",
  });
}

async function seedOtherYears(village: AppVillage) {
  const first = async (year: number, state: "closed" | "submitted") => {
    const made = await seedRunningProgramme(builder(village), {
      year,
      state,
      activities: [{ budget: 1_000_000, indicators: [{ targets: [1, 1, 1, 1] }] }],
    });
    return made.activities[0]?.id ?? "";
  };
  return {
    closedActivity: await first(YEARS.closed, "closed"),
    submittedActivity: await first(YEARS.submitted, "submitted"),
  };
}

async function seedPeople(village: AppVillage, head: BrowserlessClient) {
  const { db } = village.ctx;
  await head.submit("/kantor/pengaturan/wilayah", { baris: "Dusun Montong: RT 01, RT 02" });
  const [area] = await db.select({ id: areas.id }).from(areas).where(eq(areas.kind, "dusun"));
  const person = accountIdOf(village, "kaur-keuangan");
  const [term] = await db
    .select({ id: positionTerms.id })
    .from(positionTerms)
    .where(eq(positionTerms.accountId, person));
  const invited = await head.submit("/kantor/perangkat/undang", {
    nama: "Inaq Sahrum",
    telepon: "0812 7000 1234",
    jabatan: "operator",
    status: "definitif",
    mulai: "2026-11-24",
  });
  const invitation = idIn(invited, /undangan\/([\w-]+)/);
  const reset = `/kantor/perangkat/${person}/kata-sandi`;
  const invitationToken = tokenIn(await head.get(`/kantor/perangkat/undangan/${invitation}`));
  await head.submit(reset, {});
  const resetToken = tokenIn(await head.get(reset));
  const ids = { person, term: term?.id ?? "", area: area?.id ?? "" };
  return { ...ids, invitation, invitationToken, resetToken };
}

/** A village of the kabupaten whose people are on the stage, with a code that no other suite has. */
function newRegionCode(): string {
  const digits = crypto.randomUUID().replace(/\D/g, "").padEnd(10, "0");
  return `${TEST_REGENCY}.${digits.slice(0, 10)}`;
}

/** A link from above for the Kepala Desa. */
async function seedRecovery(village: AppVillage): Promise<string> {
  const { db, now } = village.ctx;
  const token = newToken();
  await db.insert(recoveryCodes).values({
    id: newId(now),
    accountId: accountIdOf(village, "kepala-desa"),
    codeHash: await sha256Hex(token),
    givenBy: "operator:uji",
    createdAt: now.toISOString(),
    expiresAt: recoveryExpiry(now),
  });
  return token;
}

/** A Kaur Umum whom a passkey secures, with a session past it and one before it. */
async function seedSecured(app: TestApp, village: AppVillage) {
  const { db, now } = village.ctx;
  const { accountId } = await seedAccount(village.ctx, { name: "Nurul Aini", positions: ["kaur-umum"] });
  const passkey = newId(now);
  await db.insert(passkeys).values({
    id: passkey,
    accountId,
    credentialId: passkey,
    publicKey: "",
    counter: 0,
    transports: [],
    name: "Ponsel kantor",
    createdAt: now.toISOString(),
  });
  const clientOf = async (owesSecondFactor: boolean) => {
    const { token, row } = await newSession(accountId, "Penguji", now);
    await db.insert(sessions).values({ ...row, owesSecondFactor });
    const client = app.createBrowserlessClient(village.slug);
    client.cookies.set(SESSION_COOKIE, token);
    return client;
  };
  return { passkey, inside: clientOf(false), owing: clientOf(true) };
}

async function comment(kasi: BrowserlessClient, activity: string): Promise<void> {
  await kasi.submit(`/kantor/program-kerja/kegiatan/${activity}`, { isi: "Loket dua sudah dibuka." });
  await kasi.submit(`/kantor/program-kerja/kegiatan/${activity}/langkah`, {
    maksud: "tambah",
    judul: "Beli tinta",
    tanggal: "2026-12-10",
  });
}

/** The id in the address that a form's answer leads to. */
export function idIn(answer: ClientAnswer, pattern: RegExp): string {
  const [, id] = pattern.exec(answer.headers.location ?? "") ?? [];
  if (!id) throw new Error(`no id in ${answer.status} ${answer.headers.location}`);
  return id;
}

/** The token of the link in the text to send that a page shows. */
function tokenIn(page: ClientAnswer): string {
  const text = /<textarea[^>]*>([^<]*)/.exec(page.text)?.[1] ?? "";
  const token = /\/([a-z2-9]{32})\b/.exec(text)?.[1];
  if (!token) throw new Error("no link on the page");
  return token;
}
