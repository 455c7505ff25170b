import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { DIRECTORY_DATABASE } from "#db/names.ts";
import { auditLog, invitations } from "#db/village/schema/accounts.ts";
import { type AppVillage, seedTestVillage } from "#tests/support/app.ts";
import { BrowserlessClient, hiddenFields } from "#tests/support/client.ts";
import { type FaultyLink, type LinkFault, startFaultyLink } from "#tests/support/faulty-link.ts";
import { type OwnApp, startOwnApp } from "#tests/support/own-app.ts";

let link: FaultyLink;
let app: OwnApp;
let village: AppVillage;
let head: BrowserlessClient;

beforeAll(async () => {
  link = await startFaultyLink();
  app = await startOwnApp({
    vars: { DATABASE_TIMEOUT_SECONDS: "1" },
    transactionTimeoutMs: 300,
    linkTo: (home) => {
      link.aimAt(home.url);
      return { ...home, url: link.url };
    },
  });
  village = await seedTestVillage(app);
  head = await village.signInAs("kepala-desa");
}, 120_000);

afterAll(async () => {
  link.meet(() => null);
  await app.stop();
  link.stop();
});

const FAULTS: LinkFault[] = ["refused", "hangs", "answer-cut", "answer-502", "full"];
const isVillage = (namespace: string) => namespace === village.tenant.database;

describe("a page whose databases fail", () => {
  it.each(FAULTS)("says so in a sentence, with when to come back and a help code: %s", async (fault) => {
    for (const which of ["village", "directory"]) {
      link.meet(({ namespace }) => (isVillage(namespace) === (which === "village") ? fault : null));
      const answer = await head.get("/kantor");
      expect([which, answer.status, answer.headers["retry-after"]]).toEqual([which, 503, "30"]);
      expect(answer.text).toMatch(fault === "full" ? /penuh/ : /belum menjawab/);
      expect(answer.text).toMatch(/Kode bantuan:/);
      expect(answer.text).not.toMatch(/SQLITE|fetch|undefined|Error/);
      link.meet(() => null);
      expect((await head.get("/kantor")).status).toBe(200);
    }
  });

  it("tells the proxy before it, too", async () => {
    link.meet(() => "refused");
    expect((await head.get("/healthz")).status).toBe(503);
    link.meet(() => null);
    expect((await head.get("/healthz")).status).toBe(200);
  });
});

const INVITE = "/kantor/perangkat/undang";
let invited = 0;

/** A filled form, as a browser would send it: with the key that its page gave it. */
async function filledForm(): Promise<Record<string, string>> {
  invited++;
  const page = await head.get(INVITE);
  return {
    ...hiddenFields(page.text),
    nama: `Inaq Undangan ${invited}`,
    telepon: `0812 7000 ${1000 + invited}`,
    jabatan: "operator",
    status: "definitif",
    mulai: "2026-11-24",
  };
}

const madeFor = async (name: string) => {
  const { db } = village.ctx;
  const rows = (await db.select().from(invitations)).filter((row) => row.name === name);
  const traces = (await db.select().from(auditLog)).filter((row) =>
    JSON.stringify(row.details)?.includes(name),
  );
  return { rows: rows.length, traces: traces.length };
};

/** How many requests to the databases one such form costs. */
async function countRequests(): Promise<number> {
  const form = await filledForm();
  link.meet(() => null);
  expect((await head.post(INVITE, form)).status).toBe(303);
  return link.seen.length;
}

describe("a form whose databases fail", () => {
  it.each(FAULTS)(
    "at any of its requests, keeps what was typed and is done once when it is sent again: %s",
    async (fault) => {
      const requests = await countRequests();
      expect(requests).toBeGreaterThan(3);
      for (let failing = 1; failing <= requests; failing++) {
        const form = await filledForm();
        const name = form.nama ?? "";
        link.meet(() => (link.seen.length === failing ? fault : null));
        const failed = await head.post(INVITE, form);
        link.meet(() => null);
        if (failed.status === 303) {
          // Work that comes after the answer, which is nobody's loss.
          expect([failing, await madeFor(name)]).toEqual([failing, { rows: 1, traces: 1 }]);
          continue;
        }
        expect([failing, failed.status]).toEqual([failing, 503]);
        const before = await madeFor(name);
        if (fault === "refused" || fault === "full") expect([failing, before.rows]).toEqual([failing, 0]);
        expect(failed.text).toContain(`value="${name}"`);
        expect(failed.text).toContain("Kirim lagi");
        const again = await head.post(INVITE, hiddenFields(failed.text));
        expect([failing, again.status]).toEqual([failing, 303]);
        expect([failing, await madeFor(name)]).toEqual([failing, { rows: 1, traces: 1 }]);
      }
    },
    180_000,
  );

  it("and holds a password is not sent again by a button: the password is asked for anew", async () => {
    link.meet(({ namespace }) => (isVillage(namespace) ? "refused" : null));
    const stranger = new BrowserlessClient(app.port, head.host);
    const failed = await stranger.post("/masuk", {
      identitas: "kepala-desa",
      kata_sandi: "kata-sandi-rahasia",
      _kunci: "kunci-masuk-1",
    });
    link.meet(() => null);
    expect(failed.status).toBe(503);
    expect(failed.text).not.toContain("Kirim lagi");
    expect(failed.text).not.toContain("kata-sandi-rahasia");
  });
});

describe("a disk that is full", () => {
  it("lets people read, and tells the operator once", async () => {
    const writes = /"sql":"\s*(insert|update|delete)/i;
    const form = await filledForm();
    link.meet(({ namespace, body }) => (isVillage(namespace) && writes.test(body) ? "full" : null));
    for (const _ of [1, 2]) {
      const failed = await head.post(INVITE, form);
      expect(failed.status).toBe(503);
      expect(failed.text).toContain("penuh");
      expect((await head.get("/kantor/perangkat")).status).toBe(200);
    }
    link.meet(() => null);
    const open = await village.ctx.directory.select().from(alerts);
    expect(open.filter(({ alertKey }) => alertKey === "disk-full")).toMatchObject([{ settledAt: null }]);
    expect((await head.post(INVITE, form)).status).toBe(303);
  });
});

describe("work without a page whose databases fail", () => {
  it.each(FAULTS.filter((fault) => fault !== "hangs"))(
    "is left for the next sweep and then done: %s",
    async (fault) => {
      const { directory, tenant } = village.ctx;
      const dueAt = app.balai.now().toISOString();
      const row = { villageId: tenant.villageId, kind: "housekeeping", dueAt };
      await directory
        .insert(dueJobs)
        .values(row)
        .onConflictDoUpdate({
          target: [dueJobs.villageId, dueJobs.kind],
          set: { dueAt, leasedUntil: null },
        });
      link.meet(({ namespace }) => (namespace === DIRECTORY_DATABASE ? fault : null));
      await app.balai.fireCron("*/5 * * * *").catch(() => null);
      link.meet(() => null);
      const [kept] = (await directory.select().from(dueJobs)).filter(
        ({ villageId, kind }) => villageId === tenant.villageId && kind === "housekeeping",
      );
      expect(kept?.dueAt).toBe(dueAt);
    },
  );
});
