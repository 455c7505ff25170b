import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Moment } from "../components/moment.tsx";
import { Technical } from "../components/technical.tsx";
import { loadHomes, type ShownHome } from "../load-homes.server.ts";
import { HOME_KINDS, PAST_NAMES } from "../words.ts";

export const loader = oversightLoader(({ ctx }) => loadHomes(ctx));

export default function Homes() {
  const { homes, unknown, checkedAt } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Rumah data</title>
      <PageHeader
        title="Rumah data"
        lead="Tempat basis data desa disimpan. Halaman ini menanyai setiap rumah data saat dibuka."
      />
      <div className="flex flex-col gap-4">
        {unknown.map(({ home, count }) => (
          <Notice key={home} tone="danger" title={`Rumah data ${home} tidak ada di pengaturan`}>
            {count} desa disimpan di sana dan tidak dapat dibuka. Tambahkan lagi di HOMES.
          </Notice>
        ))}
        <div className="grid gap-4 lg:grid-cols-2">
          {homes.map((home) => (
            <HomeCard key={home.name} home={home} checkedAt={checkedAt} />
          ))}
        </div>
      </div>
    </>
  );
}

function HomeCard({ home, checkedAt }: { home: ShownHome; checkedAt: string }) {
  const { name, kind, region, isMain, isUp, millis, trouble, past, villages, coming } = home;
  return (
    <Card
      title={name}
      badge={
        isUp ? (
          <StatusBadge tone="good">Sehat</StatusBadge>
        ) : (
          <StatusBadge tone="bad">Tidak menjawab</StatusBadge>
        )
      }
    >
      {isMain && <p>Rumah utama: direktori, perbandingan, dan desa baru.</p>}
      <DefinitionList
        items={[
          { term: "Jenis", value: HOME_KINDS[kind] },
          { term: "Wilayah", value: `${region.name} (${region.country})` },
          {
            term: "Diperiksa",
            value: (
              <>
                <Moment at={checkedAt} />, {formatNumber(millis)} ms
                {trouble && (
                  <span className="block">
                    <Technical>{trouble}</Technical>
                  </span>
                )}
              </>
            ),
          },
          {
            term: "Desa",
            value:
              coming > 0
                ? `${formatNumber(villages)}, ${coming} sedang menuju ke sini`
                : formatNumber(villages),
          },
          { term: "Pemulihan", value: PAST_NAMES[past] },
        ]}
      />
    </Card>
  );
}
