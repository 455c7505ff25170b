import { createContext } from "react";
import { inLocalWords } from "#app/modules/accounts/words.ts";
import type { ErrorPage } from "#app/platform/http/errors.ts";
import type { FormAgain } from "#app/platform/http/form-again.ts";
import type { KeptForm } from "#app/platform/http/kept-form.ts";
import type { OfficeFacts } from "#app/platform/http/office-facts.ts";
import { MODULES } from "#app/registry.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PortalShell } from "#app/ui/site-shell.tsx";
import { OfficeFrame } from "./office-frame.tsx";

/** Why somebody gets another page than he asked for. */
export type Refusal =
  | ErrorPage
  | KeptForm
  | { kind: "unverified"; contestHref: string }
  | { kind: "suspended" }
  | { kind: "switched-off"; module: string; office?: OfficeFacts };

/** Code of the present request: a page that can't be drawn knows nothing else of what went wrong. */
export const HelpCode = createContext<string | undefined>(undefined);

/** Reads what was thrown and with which status; anything unknown becomes a plain sentence with the help code. */
export function refusalOf(thrown: unknown, status?: number, helpCode?: string): Refusal {
  const kind = (thrown as { kind?: string } | null)?.kind;
  if (kind && ["problem", "locked", "signed-out", "unverified", "suspended", "switched-off"].includes(kind))
    return thrown as Refusal;
  if (status === 404) {
    return {
      kind: "problem",
      title: "Tidak ditemukan",
      sentence: "Halaman yang Anda tuju tidak ada. Periksa alamatnya.",
    };
  }
  if (status === 405) {
    return {
      kind: "problem",
      title: "Tidak dapat dilakukan",
      sentence: "Halaman ini tidak menerima kiriman.",
    };
  }
  return {
    kind: "problem",
    title: "Ada gangguan",
    sentence: "Halaman ini tidak dapat ditampilkan. Silakan coba lagi.",
    helpCode,
  };
}

/** One page for all refusals: what happened and where to go on, in the office's frame where that may show. */
export function RefusalPage({ refusal, path }: { refusal: Refusal; path: string }) {
  const office = "office" in refusal ? refusal.office : null;
  const body = <RefusalBody refusal={refusal} path={path} />;
  if (office) return <OfficeFrame facts={office}>{body}</OfficeFrame>;
  return (
    <PortalShell nav={[]} brand={{ href: "/", name: "Balai", place: "Layanan pemerintahan desa" }}>
      {body}
    </PortalShell>
  );
}

function RefusalBody({ refusal, path }: { refusal: Refusal; path: string }) {
  const office = "office" in refusal ? refusal.office : null;
  const { title, sentence, helpCode, back } = wordsOf(refusal, path);
  return (
    <>
      <title>{title}</title>
      <h1 className="text-2xl font-bold">{title}</h1>
      <div className="mt-4 flex max-w-form flex-col gap-4">
        <Notice tone={refusal.kind === "problem" ? "warning" : "info"}>
          <p role="alert">{inLocalWords(sentence, office)}</p>
        </Notice>
        {helpCode && (
          <p>
            Kode bantuan: <strong>{helpCode}</strong>. Sebutkan kode ini saat menghubungi pengelola.
          </p>
        )}
        {refusal.kind === "unverified" && <ContestLink href={refusal.contestHref} />}
        {"again" in refusal && refusal.again ? (
          <SendAgain
            again={refusal.again}
            entry={
              isKept(refusal) ? { href: refusal.entryHref, label: KEPT_WORDS[refusal.kind].entry } : undefined
            }
          />
        ) : (
          <p>
            <ButtonLink href={back.href} variant="secondary">
              {back.label}
            </ButtonLink>
          </p>
        )}
        {(refusal.kind === "problem" || isKept(refusal)) && <Typed fields={refusal.typed ?? []} />}
      </div>
    </>
  );
}

const KEPT_WORDS = {
  locked: {
    title: "Layar terkunci",
    sentence:
      "Layar terkunci karena lama tidak dipakai. Isian Anda belum terkirim, tetapi masih ada di halaman ini. Buka kunci di tab baru, kembali ke sini, lalu kirim lagi.",
    entry: "Buka kunci di tab baru",
  },
  "signed-out": {
    title: "Masuk lagi",
    sentence:
      "Waktu masuk Anda habis, atau Anda sudah keluar. Isian Anda belum terkirim, tetapi masih ada di halaman ini. Masuk di tab baru, kembali ke sini, lalu kirim lagi.",
    entry: "Masuk di tab baru",
  },
};

function isKept(refusal: Refusal): refusal is KeptForm {
  return refusal.kind === "locked" || refusal.kind === "signed-out";
}

/** The one way against somebody who signed a village up that is not his. */
function ContestLink({ href }: { href: string }) {
  return (
    <p>
      Anda perangkat desa ini dan tidak mengenal pendaftarnya? <a href={href}>Sanggah pendaftaran ini</a>.
    </p>
  );
}

/** The form waits on this page: while its sender opens the screen in another tab, or until it can get through. */
function SendAgain({
  again: { fields, hasFile },
  entry,
}: {
  again: FormAgain;
  entry?: { href: string; label: string };
}) {
  return (
    <form method="post" className="flex flex-col gap-4">
      {fields.map(({ key, name, value }) => (
        <input key={key} type="hidden" name={name} value={value} />
      ))}
      {hasFile && <p>Berkas yang Anda pilih tidak ikut tersimpan; tambahkan lagi setelah isian terkirim.</p>}
      <div className="flex flex-col gap-3 sm:flex-row">
        {entry && (
          <ButtonLink href={entry.href} target="_blank" icon="lock">
            {entry.label}
          </ButtonLink>
        )}
        <Button icon="send">Kirim lagi</Button>
      </div>
    </form>
  );
}

/** A form never loses what was typed: here it can be copied before the page is opened again. */
function Typed({ fields }: { fields: NonNullable<ErrorPage["typed"]> }) {
  if (fields.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">Isian Anda</h2>
      <p className="text-ink-soft">Belum tersimpan. Salin yang masih Anda perlukan.</p>
      <DefinitionList
        items={fields.map(({ label, value }, index) => ({
          key: String(index),
          term: label,
          value: <span className="whitespace-pre-line break-words">{value}</span>,
        }))}
      />
    </section>
  );
}

function wordsOf(refusal: Refusal, path: string) {
  const toOffice = { href: "/kantor", label: "Ke Meja kerja" };
  if (refusal.kind === "unverified") {
    const sentence =
      "Pendaftaran desa ini belum terverifikasi. Halaman untuk umum tampil setelah pendaftarannya diperiksa.";
    return {
      title: "Belum terverifikasi",
      sentence,
      helpCode: undefined,
      back: { href: "/masuk", label: "Masuk untuk perangkat desa" },
    };
  }
  if (refusal.kind === "suspended") {
    const sentence =
      "Halaman desa ini sedang ditangguhkan oleh pengelola Balai. Perangkat desa tetap dapat masuk untuk membaca dan mengunduh datanya.";
    return {
      title: "Desa ditangguhkan",
      sentence,
      helpCode: undefined,
      back: { href: "/masuk", label: "Masuk untuk perangkat desa" },
    };
  }
  if (isKept(refusal)) return { ...KEPT_WORDS[refusal.kind], helpCode: undefined, back: toOffice };
  if (refusal.kind === "switched-off") {
    const module = MODULES.find((each) => each.key === refusal.module);
    const sentence = `${module?.purpose ?? ""} Bagian ini belum dinyalakan. Kepala Desa, Sekretaris Desa, atau pengelola akun desa dapat menyalakannya di Pengaturan.`;
    return { title: module?.name ?? "Belum dinyalakan", sentence, helpCode: undefined, back: toOffice };
  }
  return {
    title: refusal.title,
    sentence: refusal.sentence,
    helpCode: refusal.helpCode,
    back: refusal.back ?? wayOn(path),
  };
}

/** Where somebody goes on from an address that refused him. */
function wayOn(path: string): { href: string; label: string } {
  const [, first, second] = path.split("/");
  if (first === "kantor" && second) return { href: "/kantor", label: "Ke Meja kerja" };
  if (first === "undangan" || first === "masuk" || first === "kantor")
    return { href: "/masuk", label: "Masuk" };
  if (first === "operator") return { href: "/operator", label: "Ke ruang operator" };
  if (first === "kabupaten") return { href: "/kabupaten", label: "Ke ruang kabupaten" };
  if (first === "daftar") return { href: "/daftar", label: "Pilih desa lain" };
  return { href: "/", label: "Ke halaman depan" };
}
