import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadOperatorHome } from "../load-home.server.ts";

export const loader = oversightLoader(({ ctx }) => loadOperatorHome(ctx));

export default function OperatorHome() {
  const facts = useLoaderData<typeof loader>();
  const trouble = facts.alerts + facts.deadLetters + facts.late + facts.migrationErrors;
  return (
    <>
      <title>Ringkasan</title>
      <PageHeader title="Ringkasan" lead="Yang ada di Balai saat ini." />
      <div className="flex flex-col gap-8">
        {trouble === 0 && <Notice tone="success">Tidak ada yang perlu ditangani.</Notice>}
        <section aria-labelledby="perlu" className="flex flex-col gap-3">
          <h2 id="perlu" className="text-lg">
            Perlu dilihat
          </h2>
          <StatGrid>
            <StatTile
              icon="bell"
              label="Peringatan"
              value={formatNumber(facts.alerts)}
              hint={facts.grave > 0 ? `${facts.grave} gawat` : undefined}
              href="/operator/peringatan"
            />
            <StatTile
              icon="stop"
              label="Pekerjaan gagal"
              value={formatNumber(facts.deadLetters)}
              href="/operator/pekerjaan"
            />
            <StatTile
              icon="clock"
              label="Pekerjaan terlambat"
              value={formatNumber(facts.late)}
              href="/operator/pekerjaan"
            />
            <StatTile
              icon="warning"
              label="Migrasi gagal"
              value={formatNumber(facts.migrationErrors)}
              href="/operator/skema"
            />
          </StatGrid>
        </section>
        <section aria-labelledby="desa" className="flex flex-col gap-3">
          <h2 id="desa" className="text-lg">
            Desa dan orang
          </h2>
          <StatGrid>
            <StatTile label="Desa aktif" value={formatNumber(facts.active)} href="/operator/desa" />
            <StatTile
              label="Belum terverifikasi"
              value={formatNumber(facts.unverified)}
              href="/operator/desa?kepercayaan=unverified"
            />
            <StatTile
              label="Ditangguhkan"
              value={formatNumber(facts.suspended)}
              href="/operator/desa?keadaan=suspended"
            />
            <StatTile
              label="Operator"
              value={formatNumber(facts.operators)}
              hint={`${formatNumber(facts.regencyPeople)} petugas kabupaten`}
              href="/operator/orang"
            />
          </StatGrid>
        </section>
      </div>
    </>
  );
}
