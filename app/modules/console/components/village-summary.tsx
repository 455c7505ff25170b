import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { VillageFacts } from "../load-village.server.ts";
import { Moment } from "./moment.tsx";
import { Part } from "./part.tsx";
import { Room } from "./room.tsx";

export type VillageSummaryProps = Pick<VillageFacts, "village" | "place" | "hosts"> & {
  addressOf: { scheme: string; port: string };
};

/** What the directory knows of a village. */
export function VillageSummary({ village, place, hosts, addressOf }: VillageSummaryProps) {
  const { state, suspendedAt, suspendedReason, trialEndsAt, verifiedAt, movingTo } = village;
  return (
    <Part id="fakta" title="Fakta">
      <div className="max-w-text">
        <DefinitionList
          items={[
            ...(state === "suspended"
              ? [
                  { term: "Ditangguhkan sejak", value: <Moment at={suspendedAt} never="tidak tercatat" /> },
                  { term: "Alasan penangguhan", value: suspendedReason },
                ]
              : []),
            { term: "Kode", value: village.regionCode },
            { term: "Wilayah", value: place },
            { term: "Alamat", value: <Hosts hosts={hosts} addressOf={addressOf} /> },
            village.trust === "verified"
              ? { term: "Terverifikasi", value: <Moment at={verifiedAt} never="tidak tercatat" /> }
              : { term: "Masa uji coba sampai", value: <Moment at={trialEndsAt} never="belum dihitung" /> },
            { term: "Rumah data", value: movingTo ? `${village.home}, menuju ${movingTo}` : village.home },
            { term: "Versi skema", value: String(village.schemaVersion) },
            { term: "Ruang berkas", value: <Room {...village} /> },
            { term: "Terakhir dipakai", value: <Moment at={village.lastActiveAt} never="belum diukur" /> },
            { term: "Diukur", value: <Moment at={village.measuredAt} /> },
            { term: "Terdaftar", value: <Moment at={village.createdAt} /> },
          ]}
        />
      </div>
    </Part>
  );
}

function Hosts({ hosts, addressOf: { scheme, port } }: Pick<VillageSummaryProps, "hosts" | "addressOf">) {
  if (hosts.length === 0) return <span className="text-ink-soft">tidak ada</span>;
  return (
    <ul>
      {hosts.map(({ host, kind }) => (
        <li key={host}>
          <a href={`${scheme}://${host}${port}/`} className="inline-flex min-h-11 items-center break-all">
            {host}
          </a>
          {kind === "alias" && " (alamat lain)"}
        </li>
      ))}
    </ul>
  );
}
