import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openVillage } from "#db/open.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import type { ClientAnswer } from "#tests/support/client.ts";

const app = testApp();
const NIK = "5201140405900007";
const SECRETS = [
  NIK,
  "081234567890",
  "6281234567890",
  "Lalu Sahrum",
  "kopi lombok pagi",
  "sahrum@example.id",
  "abcdefghijkmnpqrstuvwxyz23456789",
];

let village: AppVillage;
beforeAll(async () => {
  village = await seedTestVillage(app);
  // Its database fails half-way: each of these requests ends in a statement that holds what was sent.
  const db = openVillage(app.home, village.tenant);
  for (const table of ["sign_in_attempts", "invitations", "password_resets"])
    await db.run(sql.raw(`DROP TABLE ${table}`));
});

/** Sends something that fails. @returns the answer and the lines that it left */
async function failing(
  send: () => Promise<ClientAnswer>,
): Promise<{ answer: ClientAnswer; lines: string[] }> {
  const before = (await app.errorLines()).length;
  const answer = await send();
  return { answer, lines: (await app.errorLines()).slice(before) };
}

describe("what the log says of requests that fail", () => {
  const visitor = () => app.createBrowserlessClient(village.slug);
  const requests: [string, () => Promise<ClientAnswer>][] = [
    ["a sign-in by NIK", () => visitor().post("/masuk", { identitas: NIK, kata_sandi: "kopi lombok pagi" })],
    [
      "a sign-in by phone, with the same in the query",
      () =>
        visitor().post(`/masuk?next=/kantor?nik=${NIK}`, {
          identitas: "081234567890",
          kata_sandi: "kopi lombok pagi",
        }),
    ],
    [
      "a sign-in by e-mail",
      () => visitor().post("/masuk", { identitas: "sahrum@example.id", kata_sandi: "kopi lombok pagi" }),
    ],
    [
      "an account by an invitation",
      () =>
        visitor().post("/undangan/abcdefghijkmnpqrstuvwxyz23456789", {
          nama: "Lalu Sahrum",
          telepon: "081234567890",
          kata_sandi: "kopi lombok pagi",
        }),
    ],
    ["a link in the address", () => visitor().get(`/masuk/kata-sandi-baru/abcdefghijkmnpqrstuvwxyz23456789`)],
  ];

  it.each(requests)("%s: nothing of it, and the code that the person was shown", async (_, send) => {
    const { answer, lines } = await failing(send);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(lines.length).toBeGreaterThan(0);
    for (const secret of SECRETS) expect(lines.join("\n")).not.toContain(secret);
    const code = /Kode bantuan: (?:<strong>)?([0-9A-F]{8})/.exec(answer.text)?.[1];
    expect(code).toBeDefined();
    expect(lines.map((line) => JSON.parse(line).helpCode)).toContain(code);
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ level: "error", village: village.slug });
  });
});
