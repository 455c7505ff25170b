/** Names that Balai keeps for itself, and those that would mislead: an address must be a village's. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  `www berkas api operator kabupaten kecamatan provinsi kota admin administrator mail email surel smtp imap pop pop3
  portal balai desa kelurahan nagari gampong kampung dusun static statis cdn ftp sftp ssh vpn dns ns ns1 ns2 ns3 mx
  webmail autoconfig autodiscover wpad localhost local staging status bantuan help support
  docs panduan blog berita forum app aplikasi login masuk daftar signup keluar akun kantor warga healthz root
  postmaster hostmaster webmaster abuse security keamanan billing pusat nasional kemendagri kemendesa dpmd bpd`.split(
    /\s+/,
  ),
);

const MIN_LENGTH = 3;
const MAX_LENGTH = 40;

/** What is wrong with an address name, as a code; null where it may be used. */
export function slugProblem(slug: string): "letters" | "length" | "reserved" | null {
  if (slug.length < MIN_LENGTH || slug.length > MAX_LENGTH) return "length";
  // Dashes in third and fourth place are kept for names in other scripts (RFC 5891, 4.2.3.1).
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/.test(slug) || slug.slice(2, 4) === "--") return "letters";
  return RESERVED_SLUGS.has(slug) ? "reserved" : null;
}

/** Names above a village, as the official list writes them. */
export interface VillageNames {
  code: string;
  desa: string;
  kecamatan: string;
  kabupaten: string;
}

/**
 * Address names for a village, the plainest first: its name, with its kecamatan, with its kabupaten, with its code.
 * The last can't be another village's. All pass slugProblem.
 */
export function suggestSlugs({ code, desa, kecamatan, kabupaten }: VillageNames): string[] {
  const own = lettersOf(desa);
  const district = lettersOf(kecamatan);
  const regency = lettersOf(kabupaten.replace(/^(Kabupaten|Kota) (Administrasi )?/, ""));
  const digits = code.replaceAll(".", "");
  const wishes = [own, joined(own, district), joined(own, regency), joined(own.slice(0, 29), digits)];
  return [...new Set(wishes)].filter((wish) => slugProblem(wish) === null);
}

function joined(first: string, second: string): string {
  return `${first}-${second}`.slice(0, MAX_LENGTH).replace(/-+$/, "").replace(/^-/, "");
}

function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, MAX_LENGTH);
}
