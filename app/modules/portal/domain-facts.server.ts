import type { VillageCtx } from "#app/context.ts";
import { type Dns, DnsError } from "#app/platform/dns/dns.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { type DnsFacts, type DnsWanted, proofName, proofOf } from "./domain-rules.ts";
import { DOMAIN_WORDS } from "./words.ts";

/** What the DNS must say of a village's own host; Balai's addresses are those of its portal's name. */
export async function readWanted(ctx: VillageCtx, host: string): Promise<DnsWanted> {
  const base = ctx.config.baseHost.replace(/:\d+$/, "");
  return {
    host,
    target: `${ctx.tenant.slug}.${base}`,
    addresses: (await answered(() => addressesOf(ctx.dns.resolver, base))) ?? [],
    proof: proofOf(ctx.tenant.slug),
    authority: ctx.dns.authority,
  };
}

/** What it says now. @throws ConflictError where the resolver does not answer: then nothing is known */
export async function readFacts({ dns: { resolver } }: VillageCtx, host: string): Promise<DnsFacts> {
  return answered(async () => {
    const [cname, addresses, proofs, caa] = await Promise.all([
      resolver.lookUp(host, "CNAME"),
      addressesOf(resolver, host),
      resolver.lookUp(proofName(host), "TXT"),
      caaOf(resolver, host),
    ]);
    return { cname: cname ?? [], addresses, proofs: proofs ?? [], caa };
  });
}

async function addressesOf(resolver: Dns, name: string): Promise<string[] | null> {
  const [four, six] = await Promise.all([resolver.lookUp(name, "A"), resolver.lookUp(name, "AAAA")]);
  return four === null && six === null ? null : [...(four ?? []), ...(six ?? [])];
}

/** RFC 8659, 3: the records of the nearest name, from the host upwards, that has any. */
async function caaOf(resolver: Dns, host: string): Promise<string[]> {
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const found = await resolver.lookUp(name, "CAA");
    if (found && found.length > 0) return found;
  }
  return [];
}

async function answered<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DnsError) throw new ConflictError(DOMAIN_WORDS.unreachable);
    throw error;
  }
}
