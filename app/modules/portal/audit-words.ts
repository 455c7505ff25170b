import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

const titled = (what: string) => (details: Record<string, unknown>) =>
  `${what} ${detailText(details, "judul")}`;
const named = (what: string) => (details: Record<string, unknown>) =>
  `${what} ${detailText(details, "nama")}`;
const hosted = (what: string) => (details: Record<string, unknown>) =>
  `${what} ${detailText(details, "alamat")}`;

/** What the audit log says of the village's public face: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "post.write": titled("menulis"),
  "post.save": titled("mengubah tulisan"),
  "post.publish": titled("menerbitkan"),
  "post.withdraw": titled("menarik tulisan"),
  "agenda.add": titled("mengagendakan"),
  "agenda.save": titled("mengubah agenda"),
  "agenda.cancel": titled("membatalkan agenda"),
  "contact.add": named("menambah kontak"),
  "contact.save": named("mengubah kontak"),
  "contact.remove": named("menghapus kontak"),
  "budget-line.add": (details) =>
    `menambah baris anggaran ${detailText(details, "nama")} tahun ${detailText(details, "tahun")}`,
  "budget-line.save": (details) =>
    `mengubah baris anggaran ${detailText(details, "nama")} tahun ${detailText(details, "tahun")}`,
  "budget-line.remove": (details) =>
    `menghapus baris anggaran ${detailText(details, "nama")} tahun ${detailText(details, "tahun")}`,
  "budget-line.take-over": (details) =>
    `mengambil ${detailText(details, "baris")} baris belanja tahun ${detailText(details, "tahun")} dari program kerja`,
  "domain.add": hosted("mencatat alamat sendiri"),
  "domain.check": hosted("memeriksa alamat sendiri"),
  "domain.watch": (details) =>
    `memeriksa alamat sendiri ${detailText(details, "alamat")} pada malam hari: ${details.bekerja ? "bekerja" : "perlu diperbaiki"}`,
  "domain.switch-off": hosted("mematikan alamat sendiri, karena tiga malam tidak menunjuk ke Balai,"),
  "domain.release": hosted("melepaskan alamat sendiri"),
  "host.serve": hosted("membuka halaman desa di alamat"),
  "host.release": hosted("menutup halaman desa di alamat"),
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = {
  post: "Berita dan pengumuman",
  agenda: "Agenda desa",
  contact: "Kontak desa",
  "budget-line": "Poster anggaran",
  domain: "Alamat sendiri",
  host: "Alamat desa",
};
