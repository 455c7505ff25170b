import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addComment } from "#app/modules/programme/add-comment.server.ts";
import { addStep } from "#app/modules/programme/add-step.server.ts";
import { agreeDeviation } from "#app/modules/programme/agree-deviation.server.ts";
import { findMentions } from "#app/modules/programme/comment-rules.ts";
import { correctDeviation } from "#app/modules/programme/correct-deviation.server.ts";
import { explainDeviation } from "#app/modules/programme/explain-deviation.server.ts";
import { handOverActivity } from "#app/modules/programme/hand-over-activity.server.ts";
import { loadActivityMeasures } from "#app/modules/programme/load-measures.server.ts";
import { markStep } from "#app/modules/programme/mark-step.server.ts";
import { removeStep } from "#app/modules/programme/remove-step.server.ts";
import { DONE } from "#app/modules/programme/running-words.ts";
import { saveStep } from "#app/modules/programme/save-step.server.ts";
import { withdrawDeviation } from "#app/modules/programme/withdraw-deviation.server.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import {
  activities,
  activityComments,
  activityPeople,
  activitySteps,
  deviations,
  programmes,
} from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

let village: TestVillage;
let programmeId: string;
let letters: SeededActivity;

beforeAll(async () => {
  village = await createTestVillage();
  village.setNow("2027-03-10T02:00:00.000Z");
  const { accountId } = (await village.ctxAs("kasi-pelayanan", { name: "Siti Aminah" })).actor;
  const seeded = await seedRunningProgramme(village, {
    year: 2027,
    activities: [{ responsibleAccountId: accountId, indicators: [{ targets: [1, 1, 1, 1] }] }],
  });
  programmeId = seeded.id;
  [letters] = seeded.activities as [SeededActivity];
});

async function closed(attempt: () => Promise<unknown>) {
  await village.db.update(programmes).set({ state: "closed" }).where(eq(programmes.id, programmeId));
  await expect(attempt()).rejects.toMatchObject({ name: "ConflictError" });
  await village.db.update(programmes).set({ state: "running" }).where(eq(programmes.id, programmeId));
}

async function inboxOf(accountId: string) {
  return village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId));
}

describe("steps", () => {
  const step = (pemilik: string | null = null) => ({ judul: "Cetak blanko", pemilik, tanggal: "2027-03-20" });

  it("are added, given to somebody who is told once, done, opened again and removed", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const owner = (await village.ctxAs("kaur-umum")).actor.accountId;
    const { id } = await addStep(ctx, letters.id, step(owner));
    await saveStep(ctx, id, { ...step(owner), judul: "Cetak 500 blanko" });
    expect((await inboxOf(owner)).filter((each) => each.onceKey.endsWith(id))).toHaveLength(1);
    await markStep(ctx, id, { isDone: true });
    await markStep(await village.ctxAs("kaur-umum"), id, { isDone: true });
    const [done] = await village.db.select().from(activitySteps).where(eq(activitySteps.id, id));
    expect(done).toMatchObject({ title: "Cetak 500 blanko", doneBy: ctx.actor.accountId });
    await markStep(ctx, id, { isDone: false });
    await removeStep(ctx, id);
    await expect(markStep(ctx, id, { isDone: true })).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(removeStep(ctx, id)).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("refuse a date years away from the activity, and let a passed one be said", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const far = { ...step(), tanggal: "2020-01-01" };
    await expect(addStep(ctx, letters.id, far)).rejects.toMatchObject({ field: "tanggal" });
    const { id } = await addStep(ctx, letters.id, { ...step(), tanggal: "2026-12-01" });
    await expect(saveStep(ctx, id, far)).rejects.toMatchObject({ field: "tanggal" });
    expect(DONE.stepKept({ isNew: true, isPast: true })).toContain("sudah lewat");
    await removeStep(ctx, id);
  });

  it("refuse an unknown owner, people without the permission, a closed year and another village", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    await expect(addStep(ctx, letters.id, step("tidak-ada"))).rejects.toMatchObject({ field: "pemilik" });
    const { id } = await addStep(ctx, letters.id, step());
    const council = await village.ctxAs("anggota-bpd");
    for (const attempt of [
      () => addStep(council, letters.id, step()),
      () => saveStep(council, id, step()),
      () => markStep(council, id, { isDone: true }),
      () => removeStep(council, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: "ForbiddenError" });
    await closed(() => addStep(ctx, letters.id, step()));
    await closed(() => markStep(ctx, id, { isDone: true }));
    const stranger = await (await createTestVillage()).ctxAs("kasi-pemerintahan");
    await expect(addStep(stranger, letters.id, step())).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(markStep(stranger, id, { isDone: true })).rejects.toMatchObject({ name: "NotFoundError" });
  });
});

describe("handOverActivity", () => {
  it("gives the activity to another with a note, tells both, and refuses the stale second form", async () => {
    const holder = await village.ctxAs("kasi-pelayanan", { name: "Siti Aminah" });
    const receiver = (await village.ctxAs("kaur-umum")).actor.accountId;
    const planner = await village.ctxAs("kasi-pemerintahan");
    const input = { versi: 1, kepada: receiver, catatan: "Map biru di lemari." };
    await handOverActivity(planner, letters.id, input);
    const [row] = await village.db.select().from(activities).where(eq(activities.id, letters.id));
    expect(row).toMatchObject({ responsibleAccountId: receiver, version: 2 });
    const people = await village.db
      .select()
      .from(activityPeople)
      .where(eq(activityPeople.activityId, letters.id));
    expect(people.map((each) => each.accountId)).toContain(receiver);
    for (const id of [holder.actor.accountId, receiver])
      expect((await inboxOf(id)).filter((each) => each.body === "Map biru di lemari.")).toHaveLength(1);
    await expect(handOverActivity(planner, letters.id, input)).rejects.toMatchObject({
      name: "ConflictError",
    });
  });

  it("is for who answers for it and who plans, to somebody else who is there", async () => {
    const former = await village.ctxAs("kasi-pelayanan", { name: "Siti Aminah" });
    const receiver = await village.ctxAs("kaur-umum");
    const give = { versi: 2, kepada: former.actor.accountId, catatan: "Kembali." };
    await expect(handOverActivity(former, letters.id, give)).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    const itself = { ...give, kepada: receiver.actor.accountId };
    await expect(handOverActivity(receiver, letters.id, itself)).rejects.toMatchObject({ field: "kepada" });
    const nobody = { ...give, kepada: "tidak-ada" };
    await expect(handOverActivity(receiver, letters.id, nobody)).rejects.toMatchObject({ field: "kepada" });
    await closed(() => handOverActivity(receiver, letters.id, give));
    await handOverActivity(receiver, letters.id, give);
  });
});

describe("addComment", () => {
  it("tells those who were ticked or called by name, each once, and not the author", async () => {
    const author = await village.ctxAs("kasi-pemerintahan", { name: "Budi Santoso" });
    const ticked = (await village.ctxAs("kaur-umum")).actor.accountId;
    const called = (await village.ctxAs("kasi-pelayanan", { name: "Siti Aminah" })).actor.accountId;
    const isi = "@siti tolong dicek, @Siti Aminah. Saya @Budi siapkan.";
    const { id } = await addComment(author, letters.id, { isi, sebut: [ticked, called] });
    const [comment] = await village.db.select().from(activityComments).where(eq(activityComments.id, id));
    expect(new Set(comment?.mentions)).toEqual(new Set([ticked, called, author.actor.accountId]));
    for (const accountId of [ticked, called])
      expect((await inboxOf(accountId)).filter((each) => each.onceKey.endsWith(id))).toHaveLength(1);
    expect((await inboxOf(author.actor.accountId)).filter((each) => each.onceKey.endsWith(id))).toEqual([]);
  });

  it("refuses people without the permission, unknown names, a closed year and another village", async () => {
    const input = { isi: "Baik.", sebut: [] };
    const council = await village.ctxAs("ketua-bpd");
    await expect(addComment(council, letters.id, input)).rejects.toMatchObject({ name: "ForbiddenError" });
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const unknown = { ...input, sebut: ["tidak-ada"] };
    await expect(addComment(ctx, letters.id, unknown)).rejects.toMatchObject({ field: "sebut" });
    await closed(() => addComment(ctx, letters.id, input));
    const stranger = await (await createTestVillage()).ctxAs("kasi-pemerintahan");
    await expect(addComment(stranger, letters.id, input)).rejects.toMatchObject({ name: "NotFoundError" });
  });
});

describe("findMentions", () => {
  const people = [
    { id: "a", name: "Budi" },
    { id: "b", name: "Budi Santoso" },
    { id: "c", name: "Siti Aminah" },
    { id: "d", name: "Siti Rohani" },
    { id: "e", name: "Made" },
  ];

  it("takes the longest name that fits, and no first name that two people bear", () => {
    expect(findMentions("@Budi Santoso lalu @budi, tapi bukan @Budiman.", people)).toEqual(["b"]);
    expect(findMentions("@Siti siapa?", people)).toEqual([]);
    expect(findMentions("@siti rohani!", people)).toEqual(["d"]);
    expect(findMentions("surel@made.id", people)).toEqual(["e"]);
  });

  it("finds every whole name that is called, whatever stands around it", () => {
    const around = fc.string({ unit: fc.constantFrom("a", " ", ",", ".", "\n", "(") });
    fc.assert(
      fc.property(around, fc.constantFrom(...people.slice(1)), around, (before, person, after) => {
        const found = findMentions(`${before}@${person.name} ${after}`, people);
        expect(found).toContain(person.id);
      }),
    );
  });

  it("calls nobody without an @", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(findMentions(text.replaceAll("@", ""), people)).toEqual([]);
      }),
    );
  });
});

describe("explainDeviation", () => {
  const input = { penyebab: "Blanko habis", perbaikan: "Memesan lebih awal" };

  it("keeps each explanation with the lag of its day", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    await explainDeviation(ctx, letters.id, input);
    const [row] = await village.db.select().from(deviations).where(eq(deviations.activityId, letters.id));
    // 69 of 365 days are gone on 10 March, nothing is reported.
    expect(row).toMatchObject({ asOf: "2027-03-10", quarter: 1, gapPoints: 18.9, cause: "Blanko habis" });
    await expect(explainDeviation(ctx, letters.id, { ...input, triwulan: 2 })).rejects.toMatchObject({
      field: "triwulan",
    });
  });

  it("belongs to the quarter that ended behind, with the lag of its last day", async () => {
    village.setNow("2026-07-20T02:00:00.000Z");
    const other = await seedRunningProgramme(village, {
      year: 2026,
      activities: [{ indicators: [{ targets: [1, 1, 1, 1] }] }],
    });
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const [activity] = other.activities as [SeededActivity];
    await explainDeviation(ctx, activity.id, input);
    const [row] = await village.db.select().from(deviations).where(eq(deviations.activityId, activity.id));
    // 181 of 365 days were gone on 30 June.
    expect(row).toMatchObject({ asOf: "2026-07-20", quarter: 2, gapPoints: 49.6 });
    const on = async (day: string) => (await loadActivityMeasures(ctx, activity.id, day)).input.deviation;
    expect(await on("2026-03-31")).toBeNull();
    expect(await on("2026-06-30")).toMatchObject({ cause: "Blanko habis" });
    village.setNow("2027-03-10T02:00:00.000Z");
  });

  it("is read by residents once a planner agrees, and is corrected or taken back with its history", async () => {
    const team = await village.ctxAs("kepala-dusun", { name: "Pak Kadus" });
    const outsider = await village.ctxAs("ketua-rt");
    await expect(explainDeviation(outsider, letters.id, input)).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    await village.db
      .insert(activityPeople)
      .values({ activityId: letters.id, accountId: team.actor.accountId, addedAt: "2027-03-01" });
    const { id } = await explainDeviation(team, letters.id, input);
    const rowOf = async (key: string) =>
      (await village.db.select().from(deviations).where(eq(deviations.id, key)))[0];
    expect(await rowOf(id)).toMatchObject({ agreedAt: null });
    const chosen = { penjelasan: id };
    await expect(agreeDeviation(team, letters.id, chosen)).rejects.toMatchObject({ name: "ForbiddenError" });
    await expect(withdrawDeviation(outsider, letters.id, chosen)).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    const planner = await village.ctxAs("kasi-pemerintahan");
    await agreeDeviation(planner, letters.id, chosen);
    expect(await rowOf(id)).toMatchObject({ agreedBy: planner.actor.accountId });
    const corrected = { ...input, ...chosen, penyebab: "Kertas habis" };
    const { id: next } = await correctDeviation(team, letters.id, corrected);
    expect(await rowOf(id)).toMatchObject({ withdrawnBy: team.actor.accountId, cause: "Blanko habis" });
    expect(await rowOf(next)).toMatchObject({ quarter: 1, cause: "Kertas habis", agreedAt: null });
    await expect(agreeDeviation(planner, letters.id, chosen)).rejects.toMatchObject({
      name: "NotFoundError",
    });
    await withdrawDeviation(planner, letters.id, { penjelasan: next });
    const { facts } = await loadActivityMeasures(planner, letters.id, "2027-03-10");
    expect(facts.deviations.map((each) => each.id)).not.toContain(next);
  });

  it("refuses people without the permission, a closed year and another village", async () => {
    const council = await village.ctxAs("ketua-bpd");
    await expect(explainDeviation(council, letters.id, input)).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    const ctx = await village.ctxAs("kasi-pemerintahan");
    await closed(() => explainDeviation(ctx, letters.id, input));
    const stranger = await (await createTestVillage()).ctxAs("kasi-pemerintahan");
    await expect(explainDeviation(stranger, letters.id, input)).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
