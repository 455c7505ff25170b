import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addAgenda } from "#app/modules/portal/add-agenda.server.ts";
import { addBudgetLine } from "#app/modules/portal/add-budget-line.server.ts";
import { addContact } from "#app/modules/portal/add-contact.server.ts";
import { cancelAgenda } from "#app/modules/portal/cancel-agenda.server.ts";
import {
  AgendaInput,
  BudgetLineInput,
  ContactInput,
  SaveAgendaInput,
  SaveBudgetLineInput,
  SaveContactInput,
} from "#app/modules/portal/input.ts";
import {
  loadPublicAgenda,
  loadPublicBudget,
  loadPublicContacts,
} from "#app/modules/portal/public-pages.server.ts";
import { removeBudgetLine } from "#app/modules/portal/remove-budget-line.server.ts";
import { removeContact } from "#app/modules/portal/remove-contact.server.ts";
import { saveAgenda } from "#app/modules/portal/save-agenda.server.ts";
import { saveBudgetLine } from "#app/modules/portal/save-budget-line.server.ts";
import { saveContact } from "#app/modules/portal/save-contact.server.ts";
import { takeOverBudget } from "#app/modules/portal/take-over-budget.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { seedRunningProgramme } from "../programme/progress/running-programme.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let head: OfficeCtx;

beforeAll(async () => {
  village = await createVillage({});
  head = await village.ctxAs("kepala-desa");
});

const AGENDA = {
  judul: "Posyandu",
  tempat: "Balai dusun",
  tanggal: "2026-12-05",
  mulai: "08:00",
  selesai: "11:00",
};
const CONTACT = { jenis: "emergency", nama: "Ambulans desa", nomor: "0370-640112" };
const LINE = { sisi: "income", nama: "Dana Desa", anggaran: "1.012.000.000" };

describe("the agenda", () => {
  it("shows what is to come, and what was cancelled as cancelled", async () => {
    const { id } = await addAgenda(head, AgendaInput.parse(AGENDA));
    await addAgenda(head, AgendaInput.parse({ ...AGENDA, judul: "Lewat", tanggal: "2026-11-23" }));
    await saveAgenda(head, id, SaveAgendaInput.parse({ ...AGENDA, mulai: "09:00", versi: "1" }));
    await expect(saveAgenda(head, id, SaveAgendaInput.parse({ ...AGENDA, versi: "1" }))).rejects.toThrow(
      ConflictError,
    );
    await cancelAgenda(head, id, { versi: 2 });
    await expect(cancelAgenda(head, id, { versi: 3 })).rejects.toThrow(ConflictError);
    const { items } = await loadPublicAgenda(village.anonymous());
    expect(items.map(({ title, startsAt, cancelledAt }) => [title, startsAt, cancelledAt !== null])).toEqual([
      ["Posyandu", "2026-12-05T09:00", true],
    ]);
  });

  it("ends no earlier than it begins, and is kept by whoever may", async () => {
    expect(AgendaInput.safeParse({ ...AGENDA, selesai: "07:00" }).success).toBe(false);
    const money = await village.ctxAs("kaur-keuangan");
    await expect(addAgenda(money, AgendaInput.parse(AGENDA))).rejects.toThrow(ForbiddenError);
  });
});

describe("a number", () => {
  it("stands in the public list until it is removed", async () => {
    const { id } = await addContact(head, ContactInput.parse(CONTACT));
    await saveContact(head, id, SaveContactInput.parse({ ...CONTACT, nomor: "112", versi: "1" }));
    const numbers = async () =>
      (await loadPublicContacts(village.anonymous())).contacts.map((each) => each.number);
    expect(await numbers()).toEqual(["112"]);
    await expect(removeContact(head, id, { versi: 1 })).rejects.toThrow(ConflictError);
    await removeContact(head, id, { versi: 2 });
    expect(await numbers()).toEqual([]);
    await expect(removeContact(head, id, { versi: 2 })).rejects.toThrow(NotFoundError);
  });
});

describe("the budget poster", () => {
  it("shows what was planned and realised, and is none without a line", async () => {
    const { id } = await addBudgetLine(head, 2026, BudgetLineInput.parse(LINE));
    const realised = { ...LINE, realisasi: "500.000.000", realisasi_per: "2026-09-30", versi: "1" };
    await saveBudgetLine(head, id, SaveBudgetLineInput.parse(realised));
    const { parts, until } = await loadPublicBudget(village.anonymous(), 2026);
    expect([parts[0]?.planned, parts[0]?.realised, until]).toEqual([
      1_012_000_000,
      500_000_000,
      "2026-09-30",
    ]);
    await removeBudgetLine(head, id, { versi: 2 });
    await expect(loadPublicBudget(village.anonymous(), 2026)).rejects.toThrow(NotFoundError);
  });

  it.each([
    ["an amount realised without its day", { realisasi: "5" }],
    ["no amount", { anggaran: "" }],
    ["less than nothing", { anggaran: "-5" }],
    ["a part of a rupiah", { anggaran: "1,5" }],
  ])("takes no %s", (_what, changed) => {
    expect(BudgetLineInput.safeParse({ ...LINE, ...changed }).success).toBe(false);
  });

  it("takes expenses over from an approved programme, twice without doubling them, and leaves others alone", async () => {
    await expect(takeOverBudget(head, 2031)).rejects.toThrow(ConflictError);
    const other = await createVillage({});
    await seedRunningProgramme(
      { db: other.db, now: () => other.now() },
      {
        year: 2026,
        activities: [{ budget: 5_000_000 }, { budget: 2_500_000 }],
      },
    );
    const money = await other.ctxAs("kaur-keuangan");
    await addBudgetLine(
      money,
      2026,
      BudgetLineInput.parse({ ...LINE, sisi: "expense", nama: "Penanggulangan bencana" }),
    );
    const { count } = await takeOverBudget(money, 2026);
    await takeOverBudget(money, 2026);
    const { parts } = await loadPublicBudget(other.anonymous(), 2026);
    expect(count).toBeGreaterThan(0);
    expect(parts[1]?.lines).toHaveLength(count + 1);
    expect(parts[1]?.lines.every(({ planned }) => planned > 0)).toBe(true);
    await expect(takeOverBudget(await other.ctxAs("kaur-umum"), 2026)).rejects.toThrow(ForbiddenError);
  });
});
