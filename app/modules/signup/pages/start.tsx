import { useLoaderData } from "react-router";
import { portalLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { whyNoCode } from "../code-rules.ts";
import { VillageList } from "../components/village-list.tsx";
import { VillageSearch } from "../components/village-search.tsx";
import { findVillages } from "../find-villages.server.ts";

export const loader = portalLoader(async ({ ctx, url }) => {
  const text = (url.searchParams.get("cari") ?? "").slice(0, 100);
  const villages = text ? await findVillages(ctx, text) : null;
  return { text, villages, reason: villages?.length === 0 ? whyNoCode(text) : null };
});

export default function Start() {
  const { text, villages, reason } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Balai - layanan seksi pemerintahan desa</title>
      <PageHeader
        title="Kantor desa Anda, dalam satu tempat"
        lead="Balai membantu seksi pemerintahan desa menyusun program kerja setahun, menjalankannya bersama, dan melaporkannya. Di HP maupun di komputer kantor."
      />
      <div className="flex flex-col gap-8">
        <section aria-labelledby="cari-desa" className="flex flex-col gap-4">
          <h2 id="cari-desa" className="text-lg">
            Cari desa Anda
          </h2>
          <VillageSearch action="/" text={text} />
          {villages && <Answer text={text} villages={villages} reason={reason} />}
        </section>
        {!villages && <Reasons />}
      </div>
    </>
  );
}

type Villages = NonNullable<Awaited<ReturnType<typeof loader>>["villages"]>;

function Answer({ text, villages, reason }: { text: string; villages: Villages; reason: string | null }) {
  if (villages.length > 0)
    return <VillageList label={`Desa yang cocok dengan ${text}`} villages={villages} />;
  return (
    <EmptyState
      icon="search"
      title={`Tidak ada desa yang cocok dengan “${text}”`}
      action={<ButtonLink href="/daftar">Pilih dari daftar provinsi</ButtonLink>}
    >
      {reason ??
        "Periksa ejaannya, atau tambahkan nama kabupaten. Nama desa di sini mengikuti daftar resmi Kementerian Dalam Negeri."}
    </EmptyState>
  );
}

function Reasons() {
  return (
    <section aria-labelledby="untuk-desa" className="flex max-w-text flex-col gap-4">
      <h2 id="untuk-desa" className="text-lg">
        Desa Anda belum terdaftar?
      </h2>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>Perangkat desa mendaftarkan sendiri desanya, dalam beberapa menit.</li>
        <li>Setiap desa mempunyai basis data sendiri; desa lain tidak dapat melihatnya.</li>
        <li>
          Tahun kerja dimulai dengan contoh empat program dan empat belas kegiatan, tinggal disesuaikan.
        </li>
        <li>Halaman untuk umum tampil setelah pendaftaran diperiksa.</li>
      </ul>
      <p>
        <ButtonLink href="/daftar" variant="primary" iconEnd="arrow-right">
          Daftarkan desa
        </ButtonLink>
      </p>
    </section>
  );
}
