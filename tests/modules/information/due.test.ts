import { beforeAll, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { answerRequest } from "#app/modules/information/answer-request.server.ts";
import { informationDue } from "#app/modules/information/due.ts";
import { AnswerInput, CounterRequestInput } from "#app/modules/information/input.ts";
import { enterRequest } from "#app/modules/information/receive-request.server.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";
import { acceptTerms } from "./accept-terms.ts";

let village: TestVillage;
let clerk: OfficeCtx;

beforeAll(async () => {
  village = await createVillage();
  clerk = await village.ctxAs("kaur-umum");
  await acceptTerms(village);
});

const told = async () =>
  (await village.db.select().from(inboxItems))
    .filter(({ accountId }) => accountId === clerk.actor.accountId)
    .map(({ title, readAt }) => [title, readAt !== null]);

it("tells who handles requests three days ahead and once late, each once, and no more once it is answered", async () => {
  const { id } = await enterRequest(
    clerk,
    CounterRequestInput.parse({
      ...{ nama: "Amaq Rahmat", alamat: "Dusun Kebun Lauk", kontak: "0812 7000 1234" },
      ...{ informasi: "Laporan realisasi", tujuan: "Penelitian", cara: "copy" },
    }),
  );
  const runAt = async (iso: string) => {
    village.setNow(iso);
    return informationDue.run(village.anonymous());
  };
  await runAt("2026-12-04T23:00:00.000Z");
  const pressing = "Permohonan informasi 1/2026 harus dijawab paling lambat 8 Desember 2026.";
  expect(await told()).toEqual([[pressing, false]]);
  await runAt("2026-12-05T23:00:00.000Z");
  await runAt("2026-12-08T23:30:00.000Z");
  const late = "Permohonan informasi 1/2026 melewati batas waktu jawab.";
  expect((await told()).map(([title]) => title)).toEqual([pressing, late]);
  const later = await village.ctxAs("kaur-umum");
  await answerRequest(later, id, AnswerInput.parse({ versi: 1, hasil: "given", jawaban: "Terlampir." }));
  const { nextDueAt } = await runAt("2026-12-09T23:30:00.000Z");
  expect((await told()).map(([, isRead]) => isRead)).toEqual([true, true]);
  expect(nextDueAt?.toISOString()).toBe("2026-12-16T23:00:00.000Z");
});
