/** What one look at a name's DNS found, as the village reads it. */
export interface Finding {
  sentence: string;
  isWrong: boolean;
}

/** What the DNS says of a host; null where a name does not exist. */
export interface DnsFacts {
  cname: string[];
  addresses: string[] | null;
  /** Of `_balai.` before the host. */
  proofs: string[];
  /** `tag value` of the CAA records that hold for the host, its own or those of the nearest name above. */
  caa: string[];
}

/** What the DNS must say. */
export interface DnsWanted {
  host: string;
  /** The village's own name at Balai: whoever points there points to this village and no other. */
  target: string;
  /** Addresses at which Balai answers. */
  addresses: readonly string[];
  /** What the TXT record must say where the host points by address. */
  proof: string;
  /** Who issues Balai's certificates, as CAA names it: `letsencrypt.org`. */
  authority: string;
}

const DESA_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,3}desa\.id$/;

/** A host as it is stored, from what people paste: without scheme, path and final dot. */
export function normaliseHost(text: string): string {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "");
  return bare.replace(/[/?#].*$/, "").replace(/\.$/, "");
}

/** Why a host can't be a village's own; null where it can. */
export function hostProblem(host: string, baseHost: string): string | null {
  const base = baseHost.replace(/:\d+$/, "");
  if (host === base || host.endsWith(`.${base}`))
    return "Itu alamat Balai sendiri. Isi alamat desa Anda, misalnya sesela.desa.id.";
  if (host.includes(":")) return "Tulis alamatnya tanpa nomor porta.";
  if (!DESA_NAME.test(host)) return "Isi nama domain desa yang berakhiran .desa.id, misalnya sesela.desa.id.";
  return null;
}

/** The name of the TXT record that proves whose host it is. */
export function proofName(host: string): string {
  return `_balai.${host}`;
}

/** What the TXT record must say. */
export function proofOf(slug: string): string {
  return `balai-desa=${slug}`;
}

/** What is right and what is wrong, each in a sentence with its mend. It works where nothing is wrong. */
export function judgeDns(facts: DnsFacts, wanted: DnsWanted): Finding[] {
  return [...judgePointing(facts, wanted), ...judgeCertificates(facts, wanted)];
}

/** Does the name still lead here, whatever is said of certificates? */
export function pointsHere(facts: DnsFacts, wanted: DnsWanted): boolean {
  return judgePointing(facts, wanted).every(({ isWrong }) => !isWrong);
}

/** Does somebody else answer at the name? A name that leads nowhere brings nobody to anybody. */
export function isElsewhere(facts: DnsFacts, wanted: DnsWanted): boolean {
  if (facts.cname.length > 0) return !facts.cname.includes(wanted.target);
  return (facts.addresses ?? []).some((address) => !wanted.addresses.includes(address));
}

/** A DNS that is being mended or moved is wrong for a night; one that is wrong for three is not coming back by itself. */
export const NIGHTS_UNTIL_OFF = 3;

/** A host as the nightly look finds it. */
export interface Watched {
  state: "waiting" | "working" | "broken";
  /** Nights in a row that it did not lead here. */
  failedChecks: number;
}

export interface Night extends Watched {
  isSwitchedOff: boolean;
}

/** Is the host served, so that it is looked at each night? One that was let go waits for somebody to ask. */
export function isWatched({ state, failedChecks }: Watched): boolean {
  return state === "working" || (state === "broken" && failedChecks < NIGHTS_UNTIL_OFF);
}

/** What a night's look makes of a host: one that no longer leads here is let go on the third night in a row. */
export function afterNight(before: Watched, now: { works: boolean; pointsHere: boolean }): Night {
  const failedChecks = now.pointsHere ? 0 : before.failedChecks + 1;
  return {
    state: now.works ? "working" : "broken",
    failedChecks,
    isSwitchedOff: failedChecks >= NIGHTS_UNTIL_OFF,
  };
}

function judgePointing(facts: DnsFacts, wanted: DnsWanted): Finding[] {
  const { host, target } = wanted;
  if (facts.cname.includes(target)) return [right(`${host} sudah menunjuk ke ${target}.`)];
  const other = facts.cname[0];
  if (other)
    return [
      wrong(
        `Catatan CNAME ${host} menunjuk ke ${other}. Ubah menjadi ${target}, lalu tunggu sampai satu jam.`,
      ),
    ];
  const { addresses } = facts;
  if (addresses === null)
    return [
      wrong(
        `Nama ${host} belum ada di DNS. Periksa ejaannya, dan pastikan domainnya sudah aktif di pengelola desa.id.`,
      ),
    ];
  if (addresses.length === 0)
    return [
      wrong(
        `${host} belum menunjuk ke mana pun. Buat catatan CNAME ke ${target}, atau catatan A ke ${listOf(wanted.addresses)}.`,
      ),
    ];
  return [...judgeAddresses(addresses, wanted), judgeProof(facts, wanted)];
}

function judgeAddresses(addresses: readonly string[], { host, addresses: own }: DnsWanted): Finding[] {
  const strange = addresses.filter((address) => !own.includes(address));
  if (strange.length === 0) return [right(`${host} sudah menunjuk ke Balai (${listOf(addresses)}).`)];
  return [
    wrong(
      `Catatan A atau AAAA ${host} menunjuk ke ${listOf(strange)}, bukan ke Balai. Ganti menjadi ${listOf(own)}, dan hapus yang lain.`,
    ),
  ];
}

function judgeProof({ proofs }: DnsFacts, { host, proof }: DnsWanted): Finding {
  if (proofs.includes(proof))
    return right(`Catatan TXT ${proofName(host)} membuktikan bahwa alamat ini milik desa Anda.`);
  return wrong(
    `Belum ada catatan TXT ${proofName(host)} berisi ${proof}. Tambahkan, supaya desa lain tidak dapat mengaku memiliki alamat ini.`,
  );
}

/** RFC 8659: without an `issue` anybody may; with some, only those who are named; `issue ;` lets nobody. */
function judgeCertificates({ caa }: DnsFacts, { host, authority }: DnsWanted): Finding[] {
  const issuers = caa
    .filter((record) => record === "issue" || record.startsWith("issue "))
    .map((record) => record.slice("issue".length).split(";")[0]?.trim().toLowerCase() ?? "");
  if (issuers.length === 0 || issuers.includes(authority)) return [];
  return [
    wrong(
      `Catatan CAA ${host} melarang ${authority} menerbitkan sertifikat, sehingga alamat tidak dapat dibuka dengan aman. Tambahkan catatan CAA: 0 issue "${authority}".`,
    ),
  ];
}

function listOf(addresses: readonly string[]): string {
  return addresses.length === 0 ? "alamat Balai" : addresses.join(", ");
}

function right(sentence: string): Finding {
  return { sentence, isWrong: false };
}

function wrong(sentence: string): Finding {
  return { sentence, isWrong: true };
}
