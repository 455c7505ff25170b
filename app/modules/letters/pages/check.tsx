import { data, useLoaderData } from "react-router";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SIGNATURE_WORDS } from "../chain-words.ts";
import { checkLetter } from "../check-letter.server.ts";
import type { CheckOutcome } from "../check-rules.ts";

/** A code that no letter has is answered like any other: one text, after the same work. */
export const loader = villageLoader(async ({ ctx, params }) => {
  const { check, brand } = await checkLetter(ctx, params.token ?? "");
  const answer = { brand, check, village: ctx.tenant.name };
  return data(answer, {
    status: check ? 200 : 404,
    headers: { "cache-control": "no-store", "x-robots-tag": "noindex" },
  });
});

const OUTCOMES: Record<CheckOutcome | "unknown", { tone: NoticeTone; title: string; text: string }> = {
  valid: {
    tone: "success",
    title: "Berlaku",
    text: "Surat ini tercatat di kantor desa. Cocokkan isinya dengan kertas di tangan Anda.",
  },
  unsigned: { tone: "warning", title: "Belum ditandatangani", text: "Surat ini belum berlaku." },
  void: {
    tone: "danger",
    title: "Tidak berlaku",
    text: "Surat ini dibatalkan, atau sudah diganti dengan naskah lain.",
  },
  expired: {
    tone: "warning",
    title: "Sudah lewat masa berlaku",
    text: "Surat ini pernah berlaku. Mintalah surat baru di kantor desa.",
  },
  trial: {
    tone: "danger",
    title: "Uji coba, tidak berlaku",
    text: "Desa ini belum diverifikasi ketika surat dibuat.",
  },
  unknown: {
    tone: "danger",
    title: "Tidak dikenal",
    text: "Tidak ada surat dengan kode ini. Periksa alamatnya, atau hubungi kantor desa.",
  },
};

export default function Check() {
  const { check, village } = useLoaderData<typeof loader>();
  const { tone, title, text } = OUTCOMES[check?.outcome ?? "unknown"];
  const facts = check?.facts;
  return (
    <>
      <title>{`Periksa surat: ${title}`}</title>
      <meta name="robots" content="noindex" />
      <PageHeader title="Periksa keaslian surat" lead={`Surat dari kantor Desa ${village}.`} />
      <div className="flex flex-col gap-6">
        <Notice tone={tone} title={title}>
          {text}
        </Notice>
        {facts && (
          <DefinitionList
            items={[
              { term: "Jenis surat", value: facts.title },
              { term: "Nomor", value: facts.numberText },
              { term: "Tanggal", value: facts.letterDate && formatDate(facts.letterDate) },
              { term: "Berlaku sampai", value: facts.validUntil && formatDate(facts.validUntil) },
              {
                term: "Ditandatangani oleh",
                value: [facts.signerName, facts.signerTitle].filter(Boolean).join(", "),
              },
              { term: "Untuk", value: facts.name },
              { term: "Jenis tanda tangan", value: SIGNATURE_WORDS[facts.signatureKind] },
            ]}
          />
        )}
      </div>
    </>
  );
}
