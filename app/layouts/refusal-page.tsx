import type { ErrorPage } from "#app/platform/http/errors.ts";
import { MODULES } from "#app/registry.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PortalShell } from "#app/ui/site-shell.tsx";

/** Why somebody gets another page than he asked for. */
export type Refusal = ErrorPage | { kind: "unverified" } | { kind: "switched-off"; module: string };

/** Reads what was thrown and with which status; anything unknown becomes a plain sentence. */
export function refusalOf(thrown: unknown, status?: number): Refusal {
  const kind = (thrown as { kind?: string } | null)?.kind;
  if (kind === "problem" || kind === "unverified" || kind === "switched-off") return thrown as Refusal;
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
  };
}

/** One page for all refusals: what happened and where to go on. */
export function RefusalPage({ refusal }: { refusal: Refusal }) {
  const { title, sentence, helpCode, back } = wordsOf(refusal);
  return (
    <PortalShell nav={[]} brand={{ href: "/", name: "Balai", place: "Layanan pemerintahan desa" }}>
      <title>{title}</title>
      <h1 className="text-2xl font-bold">{title}</h1>
      <div className="mt-4 flex max-w-form flex-col gap-4">
        <Notice tone={refusal.kind === "problem" ? "warning" : "info"}>{sentence}</Notice>
        {helpCode && (
          <p>
            Kode bantuan: <strong>{helpCode}</strong>. Sebutkan kode ini saat menghubungi pengelola.
          </p>
        )}
        {refusal.kind === "problem" && <Typed fields={refusal.typed ?? []} />}
        <p>
          <ButtonLink href={back.href} variant="secondary">
            {back.label}
          </ButtonLink>
        </p>
      </div>
    </PortalShell>
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

function wordsOf(refusal: Refusal) {
  const toOffice = { href: "/kantor", label: "Kembali ke Meja kerja" };
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
  if (refusal.kind === "switched-off") {
    const module = MODULES.find((each) => each.key === refusal.module);
    const sentence = `${module?.purpose ?? ""} Bagian ini belum dinyalakan. Kepala Desa, Sekretaris Desa, atau pengelola akun desa dapat menyalakannya di Pengaturan.`;
    return { title: module?.name ?? "Belum dinyalakan", sentence, helpCode: undefined, back: toOffice };
  }
  return {
    title: refusal.title,
    sentence: refusal.sentence,
    helpCode: refusal.helpCode,
    back: { href: "/", label: "Ke halaman depan" },
  };
}
