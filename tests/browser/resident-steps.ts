import { expect } from "vitest";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import type { AppVillage } from "#tests/support/app.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { TEST_PIN } from "#tests/support/resident-client.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const NIK = "5201091206850001";
const CODE = /\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b/;

/** A resident, and the code as it stands on his printed slip. */
export async function printSlip(
  village: AppVillage,
  clerk: BrowserlessClient,
): Promise<{ residentId: string; code: string }> {
  const { residentIds } = await seedHousehold(village.ctx, {
    number: "5201091206150001",
    members: [{ name: "Lalu Suwandi", nik: NIK }],
  });
  const home = `/kantor/akun-warga/${residentIds[0]}`;
  const made = await clerk.submit(home, { maksud: "slip" });
  expect(made.headers.location).toBe(`${home}/slip.pdf`);
  const pages = await readPdf((await clerk.get(`${home}/slip.pdf`)).bytes);
  const text = pages.map((page) => page.text).join("\n");
  expect(text).not.toContain(NIK);
  const [code] = CODE.exec(text) ?? [];
  if (!code) throw new Error(`no code on the slip: ${text}`);
  return { residentId: residentIds[0] ?? "", code };
}

/** Opens the account in the browser. */
export async function activate(visitor: Visitor, code: string): Promise<void> {
  await visitor.go(`/warga/aktifkan?kode=${code}`);
  await visitor.expectGoodPage();
  await visitor.fill("NIK", NIK);
  await visitor.fill(/^PIN baru \(/, TEST_PIN);
  await visitor.fill(/^PIN baru sekali lagi/, TEST_PIN);
  await visitor.tap("Aktifkan");
  expect(await textOf(visitor)).toContain("Akun Anda aktif");
}

/** What staff does with a letter. */
export async function work(
  clerk: BrowserlessClient,
  letter: string,
  fields: Record<string, string | string[]>,
): Promise<void> {
  await mustSend(clerk, `/kantor/surat/${letter}`, fields);
}

/** Sends that form of a page that means this, and says where it leads. @throws Error with the page's words where it is refused */
export async function mustSend(
  client: BrowserlessClient,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<string> {
  const page = await client.get(path);
  const forms = page.text.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const meant = forms.find((form) => form.includes(`name="maksud" value="${fields.maksud}"`)) ?? page.text;
  const answer = await client.post(path, { ...filledIn(meant), ...fields });
  if (answer.status === 303) return answer.headers.location ?? "";
  const words = answer.text.replace(/[\s\S]*<main[^>]*>|<[^>]*>/g, " ").replace(/\s+/g, " ");
  throw new Error(`${path} ${fields.maksud ?? ""}: ${answer.status} ${words}`);
}

/** What a browser sends of a form that nobody has touched. */
function filledIn(form: string): Record<string, string> {
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const isChoice = /type="(?:radio|checkbox)"/.test(tag) && !tag.includes(' checked=""');
    if (name && !isChoice && !tag.includes('type="file"')) fields[name] = attribute(tag, "value") ?? "";
  }
  for (const [, tag = "", options = ""] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]* selected=""[^>]*>/.exec(options)?.[0] ?? "";
    fields[attribute(tag, "name") ?? ""] = attribute(chosen, "value") ?? "";
  }
  return fields;
}

/** The page's own part in words. */
export async function textOf(visitor: Visitor): Promise<string> {
  return (await visitor.page.textContent("main")) ?? "";
}
