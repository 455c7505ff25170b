import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx, PortalCtx } from "#app/context.ts";
import { listAuditLog } from "#app/modules/accounts/audit-log.server.ts";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { listOfficial } from "#app/modules/correspondence/list-official.server.ts";
import { listInbox } from "#app/modules/desk/list-inbox.server.ts";
import { loadDesk } from "#app/modules/desk/load-desk.server.ts";
import { readFamilyAddress } from "#app/modules/population/family-list-rules.ts";
import { findFamilies, listFamilies } from "#app/modules/population/list-families.server.ts";
import { findByNumber, listResidents } from "#app/modules/population/list-residents.server.ts";
import { readListAddress } from "#app/modules/population/list-rules.ts";
import { loadFamily } from "#app/modules/population/load-family.server.ts";
import { loadResident } from "#app/modules/population/load-resident.server.ts";
import { listAccess } from "#app/modules/privacy/list-access.server.ts";
import { loadOverview } from "#app/modules/privacy/load-overview.server.ts";
import { listRequests } from "#app/modules/privacy/requests.server.ts";
import { loadActivity } from "#app/modules/programme/load-activity.server.ts";
import { loadProgrammeMeasures } from "#app/modules/programme/load-measures.server.ts";
import { loadPlan } from "#app/modules/programme/load-plan.server.ts";
import { loadPublicProgramme } from "#app/modules/programme/load-public-programme.server.ts";
import { loadReport } from "#app/modules/programme/load-report.server.ts";
import { loadWaitingUpdates } from "#app/modules/programme/load-waiting-updates.server.ts";
import { findVillages, stepDown } from "#app/modules/signup/find-villages.server.ts";
import { auditSubjects } from "#app/registry.server.ts";
import { seedProgramme } from "#tests/modules/programme/reports/seeded-programme.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createTestVillage } from "#tests/support/test-village.ts";
import { findTenant } from "#workers/http/tenants.ts";
import { runVillageDue } from "#workers/jobs/run-village-due.ts";
import { wakeDue } from "#workers/jobs/wake-due.ts";
import { explain, recordStatements } from "./statement-plans.ts";

/** Tables that a page may read whole, and why they stay small. */
const SMALL: Record<string, string> = {
  accounts: "the people of one village office, some tens",
  position_terms: "the terms of those people",
  a: "accounts, as the checklist calls them",
  t: "position_terms, as the checklist calls them",
  invitations: "some tens a village",
  areas: "dusun, RW and RT of one village",
  book_numbers: "a row a paper book and year",
  checklist_marks: "a row a step of the first hour",
  module_switches: "a row a module",
  terms_acceptances: "a row a version of the terms",
  village_profile: "one row",
  resident_search: "the full-text index is asked for words, which SQLite calls a scan",
  programmes: "one row a year",
  indicators: "some thirty rows a year, read once for which counted figures are in use",
};

/**
 * Figures of the whole register of residents walk the events once, along an index, and only where an activity of the
 * village has chosen such a figure: who stood where on a past day lies in no other table.
 */
const WALKED = "SCAN resident_events USING INDEX resident_events_person";

/** Rows that a statement makes itself (quarters of a year, say) lie in no table. */
const MADE = /^SCAN (\d+ )?(CONSTANT ROWS?|\(subquery-\d+\)|\(join-\d+\))/;

let ctx: OfficeCtx;
let activityId: string;
let portal: TestPortal;

beforeAll(async () => {
  const village = await createTestVillage();
  activityId = (await seedProgramme(village)).a;
  ctx = await village.ctxAs(["kepala-desa", "sekretaris-desa"], { isAdmin: true });
  await ctx.keys.presentIds();
  portal = await createTestPortal();
});

afterAll(() => portal.stop());

/** Scans in the plans of all that `work` sends, but of rows made on the way and of `allowed` tables. */
async function scansOf(home: TestPortal["home"], work: () => Promise<unknown>, allowed = SMALL) {
  const statements = await recordStatements(work);
  expect(statements.length).toBeGreaterThan(0);
  const plans = await Promise.all(statements.map((statement) => explain(home, statement)));
  return plans.flat().filter((line) => {
    const table = /^SCAN (\w+)/.exec(line)?.[1];
    return line.startsWith("SCAN") && line !== WALKED && !MADE.test(line) && !(table && table in allowed);
  });
}

describe("statements of a village's pages read no table whole that grows with its work", () => {
  const year = 2027;
  const all = { accountId: null, kind: null, beforeId: null };
  const looks = { ...all, subjectId: null, from: null, to: null };
  const works: [string, () => Promise<unknown>][] = [
    ["the guard's session, positions, switches and unread messages", () => loadActor(ctx, TOKEN)],
    ["Meja kerja", () => loadDesk(ctx, new Map())],
    ["the messages, on a later page", () => listInbox(ctx, "0193")],
    ["a year's plan", () => loadPlan(ctx, year)],
    ["a year's measures", () => loadProgrammeMeasures(ctx, year, "2027-06-30")],
    ["an activity's page", () => loadActivity(ctx, activityId)],
    ["the reports that wait", () => loadWaitingUpdates(ctx)],
    ["a quarter's paper", () => loadReport(ctx, { year, period: QUARTER, chosenDate: null })],
    ["the public programme", () => loadPublicProgramme(ctx, year)],
    ["a later page of the audit log", () => listAuditLog(ctx, { ...all, beforeId: "0193" })],
    ["a later page of the access log", () => listAccess(ctx, { ...looks, beforeId: "0193" }, auditSubjects)],
    ["who looked at one person", () => listAccess(ctx, { ...looks, subjectId: "a" }, auditSubjects)],
    ["what one person looked at", () => listAccess(ctx, { ...looks, accountId: "a" })],
    ["the access log of a day", () => listAccess(ctx, { ...looks, from: "2026-11-24", to: "2026-11-24" })],
    ["the start page of personal data", () => loadOverview(ctx)],
    ["a later page of what persons asked", () => listRequests(ctx, "0193")],
    ["the residents", () => residentsPage("")],
    ["the residents on a later page", () => residentsPage("", "0193")],
    ["the residents of a dusun on a later page", () => residentsPage("wilayah=dusun.01932222", "0193")],
    ["the residents of an RW", () => residentsPage("wilayah=rw.01932222&kelamin=2")],
    ["residents by name", () => residentsPage("nama=nur+hayati&status=semua")],
    ["residents by NIK or No KK", () => findByNumber(ctx, "5201091206850001")],
    ["family cards on a later page", () => familiesPage("dusun.01932222", "0193")],
    ["the cards of a number", () => findFamilies(ctx, "5201091206150001")],
    ["a family card", () => loadFamily(ctx, "0193").catch(() => null)],
    ["a resident", () => loadResident(ctx, "0193").catch(() => null)],
    ["the audit log of one person", () => listAuditLog(ctx, { ...all, accountId: "a", beforeId: "0193" })],
  ];

  it.each(works)("%s", async (_name, work) => {
    expect(await scansOf(databaseHome, work)).toEqual([]);
  });

  it("the list of residents follows an index and sorts nothing", async () => {
    for (const [query, index] of [
      ["", "residents_by_name"],
      ["kelamin=2&usia=60", "residents_by_name"],
      ["wilayah=dusun.01932222", "residents_in_hamlet"],
    ] as const) {
      const statements = await recordStatements(() => residentsPage(query, "01933333"));
      const page = statements.find(({ sql }) => sql.includes("order by"));
      const plan = page ? await explain(databaseHome, page) : [];
      expect(plan[0]).toMatch(new RegExp(`^SEARCH residents USING INDEX ${index} \\(.*name_key`));
      expect(plan.join()).not.toContain("TEMP B-TREE");
    }
  });

  it.each([
    ["", null],
    ["undangan", "0193"],
  ])(
    "the letters of the office follow their index, and so does what each answers (%s)",
    async (words, before) => {
      const [list] = await recordStatements(() => listOfficial(ctx, words, before));
      const plan = list ? await explain(databaseHome, list) : [];
      expect(plan[0]).toMatch(/^SEARCH letters USING INDEX letters_channel \(channel=\?/);
      expect(plan[1]).toMatch(/^SEARCH incoming_letters USING INDEX incoming_letters_answer/);
      expect(plan.join()).not.toContain("TEMP B-TREE");
    },
  );

  it("the audit log's first page follows the order of its key and sorts nothing", async () => {
    const statements = await recordStatements(() => listAuditLog(ctx, all));
    const log = statements.find(({ sql }) => sql.includes('"audit_log"'));
    expect(log && (await explain(databaseHome, log))).toEqual([
      "SCAN audit_log USING INDEX sqlite_autoindex_audit_log_1",
    ]);
  });
});

describe("statements above the villages find their rows by index", () => {
  const one = (work: (ctx: PortalCtx) => Promise<unknown>) => () => work(portal.ctx());
  const works: [string, () => Promise<unknown>][] = [
    ["a host's village", one(({ directory }) => findTenant(directory, "uji.localhost", 0, 0))],
    ["what is due, and sign-ups left half-way", one((base) => wakeDue(base))],
    ["what is due in one village", () => runVillageDue({ ...ctx, directory: portal.directory }, [])],
    ["villages by name", one((base) => findVillages(base, "batu layar", "52.01"))],
    ["a step down the regions", one((base) => stepDown(base, "52.01.14"))],
  ];

  it.each(works)("%s", async (_name, work) => {
    expect(await scansOf(portal.home, work, REGION_SEARCH)).toEqual([]);
  });
});

const residentsPage = (query: string, after: string | null = null) =>
  listResidents(ctx, readListAddress(new URLSearchParams(query)).filter, { after, before: null });

const familiesPage = (area: string, after: string) =>
  listFamilies(ctx, readFamilyAddress(new URLSearchParams({ wilayah: area })).filter, {
    after,
    before: null,
  });

const TOKEN = { id: "0193", secret: "rahasia" };
const QUARTER = { kind: "quarter", quarter: 1 } as const;
/** Names within the search of regions: the full-text index is asked for words, which SQLite calls a scan. */
const REGION_SEARCH = { s: "the full-text index", h: "its thirty hits at most" };
