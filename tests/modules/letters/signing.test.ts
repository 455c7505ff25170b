import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { cancelLetter } from "#app/modules/letters/cancel-letter.server.ts";
import { checkLetter } from "#app/modules/letters/check-letter.server.ts";
import { completeVersion, readLetterFile } from "#app/modules/letters/complete-version.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { refreezeLetter } from "#app/modules/letters/refreeze-letter.server.ts";
import { returnLetter } from "#app/modules/letters/return-letter.server.ts";
import { saveBsre, saveSystemApproval } from "#app/modules/letters/save-letter-settings.server.ts";
import { signByBsre } from "#app/modules/letters/sign-by-bsre.server.ts";
import { signInSystem, signLetter } from "#app/modules/letters/sign-letters.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { bsreAddress } from "#app/platform/signing/bsre.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { letterSteps, letterVersions, signingServices } from "#db/village/schema/letters.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const NIK = "5201091203700001";
const PASSPHRASE = "frasa-sangat-rahasia";

/** Stands in for the e-sign client service; follows its published protocol. */
let service: Server;
let address: string;
let answerWith: "sign" | "refuse" | "break" | "not-issued" | "repeat" | "flood" = "sign";
/** What happens in the village while the service is at work. */
let meanwhile: () => Promise<unknown> = async () => {};
let signings: { authorization: string; form: FormData }[] = [];

let village: TestVillage;
let counter: OfficeCtx;
let head: OfficeCtx;
let resident: string;

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.url?.startsWith("/api/user/status/"))
      return json(200, { status_code: 1111, status: answerWith === "not-issued" ? "EXPIRED" : "ISSUE" });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    signings.push({ authorization: request.headers.authorization ?? "", form });
    if (answerWith === "break") return request.socket.destroy();
    await meanwhile();
    if (answerWith === "repeat")
      return json(400, { error: `${form.get("passphrase")} dari ${form.get("nik")} salah` });
    if (answerWith === "flood") return json(400, { error: "x".repeat(100_000) });
    if (answerWith === "refuse") return json(400, { status_code: 2031, error: "Passphrase anda salah" });
    const signed = Buffer.concat([
      Buffer.from(await (form.get("file") as File).arrayBuffer()),
      Buffer.from("%tte"),
    ]);
    response.writeHead(200, { "content-type": "application/pdf", id_dokumen: "1" }).end(signed);
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  village = await createVillage();
  head = await village.ctxAs("kepala-desa", { name: "Asmuni" });
  counter = await village.ctxAs("operator", { name: "Udin" });
  resident = await seedResident(village.anonymous(), { name: "Lalu Sahrul", nik: "5201091203900001" });
  await saveBsre(head, { alamat: address, pengguna: "desa", kata_sandi: "sandi-layanan" });
});
afterAll(() => new Promise((resolve) => service.close(resolve)));
beforeEach(() => {
  answerWith = "sign";
  meanwhile = async () => {};
  signings = [];
});

async function issued(tanda_tangan: "wet" | "bsre" | "system"): Promise<string> {
  const schema = letterInput(await getKind(counter, village.db, "domisili"));
  const input = schema.parse({ maksud: "cetak", tanda_tangan, isian: { keperluan: "melamar pekerjaan" } });
  const { id } = await askLetter(counter, "domisili", { residentId: resident, subjectId: null }, input);
  await completeVersion(counter, id);
  return id;
}

const moving = async (id: string) => ({ versi: (await getLetter(village.db, id)).version });
const signing = async (id: string) => ({ ...(await moving(id)), nik: NIK, frasa_sandi: PASSPHRASE });
const versionsOf = (id: string) =>
  village.db.select().from(letterVersions).where(eq(letterVersions.letterId, id));
const checkToken = async (token: string) => (await checkLetter(village.anonymous(), token)).check;
const check = async (id: string, at = 0) => checkToken((await versionsOf(id))[at]?.token ?? "");

describe("a certified signature", () => {
  it("comes back from the service, is stored beside the frozen form and handed out instead", async () => {
    const id = await issued("bsre");
    const frozen = await readLetterFile(counter, id);
    expect(await check(id)).toEqual({ outcome: "unsigned", facts: null });
    await signByBsre(head, id, await signing(id));
    const [sent] = signings;
    expect(sent?.authorization).toBe(`Basic ${btoa("desa:sandi-layanan")}`);
    expect(["nik", "passphrase", "tampilan"].map((name) => sent?.form.get(name))).toEqual([
      NIK,
      PASSPHRASE,
      "invisible",
    ]);
    const signed = await readLetterFile(counter, id);
    expect(new TextDecoder().decode(signed).endsWith("%tte")).toBe(true);
    expect(signed.byteLength).toBe(frozen.byteLength + 4);
    expect(await check(id)).toMatchObject({
      outcome: "valid",
      facts: { signatureKind: "bsre", name: "L*** S***" },
    });
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow();
    expect(signings).toHaveLength(1);
    const rows = [
      await village.db.select().from(auditLog),
      await village.db.select().from(letterSteps),
      await village.db.select().from(signingServices),
    ];
    for (const secret of [PASSPHRASE, NIK, "sandi-layanan"])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("that is refused leaves the letter waiting, with the reason, and may be tried again", async () => {
    const id = await issued("bsre");
    answerWith = "not-issued";
    await expect(signByBsre(head, id, await signing(id))).rejects.toMatchObject({ field: "nik" });
    expect(signings).toHaveLength(0);
    answerWith = "refuse";
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow("Passphrase anda salah");
    answerWith = "sign";
    await signByBsre(head, id, await signing(id));
    expect((await getLetter(village.db, id)).state).toBe("signed");
  });

  it("of which nothing is known is never asked for again; a new form under the same number is", async () => {
    const id = await issued("bsre");
    answerWith = "break";
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow("mungkin sudah ditandatangani");
    answerWith = "sign";
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow("mungkin sudah ditandatangani");
    expect(signings).toHaveLength(1);
    const { number } = await getLetter(village.db, id);
    await refreezeLetter(counter, id, { ...(await moving(id)), tanda_tangan: "bsre", penandatangan: null });
    await signByBsre(head, id, await signing(id));
    expect(await getLetter(village.db, id)).toMatchObject({ state: "signed", number });
    const outcomes = await Promise.all((await versionsOf(id)).map(({ token }) => checkToken(token)));
    expect(outcomes.map((each) => each?.outcome).sort()).toEqual(["valid", "void"]);
  });

  it("is given by nobody but who stands under the letter", async () => {
    const id = await issued("bsre");
    const secretary = await village.ctxAs("sekretaris-desa", { name: "Zohri" });
    for (const other of [secretary, counter])
      await expect(signByBsre(other, id, await signing(id))).rejects.toThrow(ForbiddenError);
    expect(signings).toHaveLength(0);
  });

  it("leaves what was typed in secret in no answer of the service, however long that is", async () => {
    const id = await issued("bsre");
    answerWith = "repeat";
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow("… dari … salah");
    const rows = await village.db.select().from(letterSteps).where(eq(letterSteps.letterId, id));
    for (const secret of [PASSPHRASE, NIK]) expect(JSON.stringify(rows)).not.toContain(secret);
    answerWith = "flood";
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow("mungkin sudah ditandatangani");
  });

  it("that comes back after the letter was given back is not put under what it says now", async () => {
    const id = await issued("bsre");
    meanwhile = async () => returnLetter(head, id, { ...(await moving(id)), alasan: "Salah alamat." });
    await expect(signByBsre(head, id, await signing(id))).rejects.toThrow(ConflictError);
    expect((await getLetter(village.db, id)).state).toBe("returned");
    expect(await check(id)).toEqual({ outcome: "unsigned", facts: null });
  });

  it("goes to a safe address alone", () => {
    expect(bsreAddress("https://esign.go.id/klien/", false)).toBe("https://esign.go.id/klien");
    expect(bsreAddress("https://esign.lombokbaratkab.go.id:8443", false)).not.toBeNull();
    for (const unsafe of [
      "http://esign.go.id",
      "https://a:b@esign.go.id",
      "http://127.0.0.1:1",
      "ftp://x",
      "https://localhost",
      "https://localhost.",
      "https://127.0.0.1.",
      "https://2130706433",
      "https://0x7f.1",
      "https://10.0.0.1",
      "https://192.168.1.1",
      "https://169.254.169.254",
      "https://[::1]",
      "https://[fd00::1]",
      "https://[::ffff:10.0.0.1]",
      "https://sqld",
      "https://db.internal",
      "https://a.localhost",
      "https://esign.go.id:6379",
      "x",
    ])
      expect([unsafe, bsreAddress(unsafe, false)]).toEqual([unsafe, null]);
    expect(bsreAddress("http://esign.go.id", true)).toBeNull();
  });
});

describe("approval in the system", () => {
  it("is off until a Perkades allows it, and is the signatory's own", async () => {
    await expect(issued("system")).rejects.toMatchObject({ field: "tanda_tangan" });
    await saveSystemApproval(head, { nyala: true, perkades: "4/2026", tanggal: "2026-02-01" });
    const id = await issued("system");
    await expect(signLetter(counter, id, await moving(id))).rejects.toThrow("elektronik");
    await expect(signInSystem(counter, id, await moving(id))).rejects.toThrow(ForbiddenError);
    await signInSystem(head, id, await moving(id));
    expect(await check(id)).toMatchObject({ outcome: "valid", facts: { signatureKind: "system" } });
  });
});

describe("whoever checks a letter", () => {
  it("learns nothing before it is signed, then what the paper says, and never an identifier", async () => {
    const id = await issued("wet");
    expect(await check(id)).toEqual({ outcome: "unsigned", facts: null });
    await signLetter(counter, id, await moving(id));
    const seen = await check(id);
    expect(seen).toMatchObject({
      outcome: "valid",
      facts: { signerName: "Asmuni", letterDate: "2026-11-24" },
    });
    expect(JSON.stringify(seen)).not.toMatch(/\d{16}|Sahrul/);
    village.setNow("2027-01-02T02:00:00.000Z");
    expect((await check(id))?.outcome).toBe("expired");
    village.setNow("2026-11-24T02:00:00.000Z");
    await cancelLetter(head, id, { ...(await moving(id)), alasan: "Salah orang." });
    expect((await check(id))?.outcome).toBe("void");
    expect(await checkToken("tidak-ada")).toBeNull();
  });

  it("may check many, but not try codes without end", async () => {
    const stranger = {
      ...village.anonymous(),
      address: "203.0.113.9",
      now: new Date("2026-11-24T03:00:00.000Z"),
    };
    for (let index = 0; index < 300; index++) await checkLetter(stranger, "tidak-ada");
    await expect(checkLetter(stranger, "tidak-ada")).rejects.toThrow("Terlalu banyak");
  });
});
