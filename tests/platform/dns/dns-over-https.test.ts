import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DnsError } from "#app/platform/dns/dns.ts";
import { createDnsOverHttps } from "#app/platform/dns/dns-over-https.ts";
import { caaText, txtText } from "#app/platform/dns/record-text.ts";
import { type ResolverDouble, startResolver } from "./resolver-double.ts";

let resolver: ResolverDouble;
beforeAll(async () => {
  resolver = await startResolver({
    "CNAME www.sesela.desa.id": ["Sesela.Balai.ID."],
    "A sesela.balai.id": ["203.0.113.7"],
    "TXT _balai.sesela.desa.id": ['"balai-desa=" "sesela"'],
  });
});
afterAll(() => resolver.close());

const lookUp = (...question: Parameters<ReturnType<typeof createDnsOverHttps>["lookUp"]>) =>
  createDnsOverHttps(resolver.address).lookUp(...question);

describe("the resolver's answer", () => {
  it("gives records as text, with aliases followed, none, or no such name", async () => {
    expect(await lookUp("www.sesela.desa.id", "CNAME")).toEqual(["sesela.balai.id"]);
    expect(await lookUp("www.sesela.desa.id", "A")).toEqual(["203.0.113.7"]);
    expect(await lookUp("www.sesela.desa.id", "AAAA")).toEqual([]);
    expect(await lookUp("_balai.sesela.desa.id", "TXT")).toEqual(["balai-desa=sesela"]);
    expect(await lookUp("tidak-ada.desa.id", "A")).toBeNull();
  });

  it("is an error where it can't be read, never an empty answer", async () => {
    resolver.breakdown = 502;
    await expect(lookUp("sesela.desa.id", "A")).rejects.toThrow(DnsError);
    resolver.breakdown = 200;
    await expect(lookUp("sesela.desa.id", "A")).rejects.toThrow(DnsError);
    resolver.breakdown = null;
    const nobody = createDnsOverHttps("http://127.0.0.1:9/dns-query");
    await expect(nobody.lookUp("sesela.desa.id", "A")).rejects.toThrow(DnsError);
    const refused = createDnsOverHttps(resolver.address, async () => Response.json({ Status: 2 }));
    await expect(refused.lookUp("sesela.desa.id", "A")).rejects.toThrow(DnsError);
  });
});

describe("the text of a record", () => {
  it.each([
    ['0 issue "letsencrypt.org"', "issue letsencrypt.org"],
    ['128 ISSUE ";"', "issue ;"],
    ["\\# 22 00 05 69 73 73 75 65 6c 65 74 73 65 6e 63 72 79 70 74 2e 6f 72 67", "issue letsencrypt.org"],
    ['0 iodef "mailto:a@b.id"', "iodef mailto:a@b.id"],
  ])("of a CAA %s", (data, text) => {
    expect(caaText(data)).toBe(text);
  });

  it("joins the parts of a TXT", () => {
    expect(txtText('"satu \\"dua\\"" "tiga"')).toBe('satu "dua"tiga');
    expect(txtText("polos")).toBe("polos");
  });
});
