import { useLoaderData } from "react-router";
import { residentLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { loadOwnData } from "../own-data.server.ts";

export const loader = residentLoader(async ({ ctx }) => ({
  ...(await loadOwnData(ctx)),
  zone: ctx.tenant.timeZone,
}));

const STATES: Record<string, { label: string; tone: StatusTone }> = {
  waiting: { label: "Diperiksa", tone: "waiting" },
  accepted: { label: "Diterima", tone: "good" },
  refused: { label: "Ditolak", tone: "bad" },
};

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OwnData() {
  const { fixed, fields, family, proposals, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Data saya</title>
      <PageHeader
        title="Data saya"
        lead="Yang tercatat di desa tentang Anda. Bila ada yang keliru, usulkan perbaikannya."
      />
      <div className="flex flex-col gap-8">
        <section className="flex flex-col gap-3">
          <DefinitionList items={fixed.map(({ label, value }) => ({ term: label, value }))} />
          <DefinitionList
            items={fields.map(({ key, label, value }) => ({
              key,
              term: label,
              value: (
                <span className="flex flex-wrap items-center justify-between gap-x-4">
                  <span className="min-w-0 break-words">{value ?? "belum tercatat"}</span>
                  <a href={`/warga/data/usul/${key}`} className="inline-flex min-h-11 items-center">
                    Usulkan<span className="sr-only"> perbaikan {label}</span>
                  </a>
                </span>
              ),
            }))}
          />
          <p className="text-sm text-ink-soft">
            NIK, nomor KK, tanggal lahir, dan jenis kelamin dibetulkan di kantor desa dengan membawa
            dokumennya.
          </p>
        </section>
        <Family rows={family} />
        <Proposals rows={proposals} zone={zone} />
      </div>
    </>
  );
}

function Family({ rows }: { rows: Page["family"] }) {
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">Kartu Keluarga</h2>
      <DefinitionList
        items={rows.map(({ id, name, role, born }) => ({
          key: id,
          term: role ?? "Anggota",
          value: [name, born].filter(Boolean).join(", lahir "),
        }))}
      />
    </section>
  );
}

function Proposals({ rows, zone }: { rows: Page["proposals"]; zone: Page["zone"] }) {
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">Usulan Anda</h2>
      <ul className="flex flex-col border-t border-line">
        {rows.map(({ id, label, text, state, answer, at }) => (
          <li key={id} className="flex flex-col gap-1 border-b border-line py-3">
            <span className="flex flex-wrap items-center gap-3">
              <strong>{`${label}: ${text}`}</strong>
              <StatusBadge tone={STATES[state]?.tone}>{STATES[state]?.label}</StatusBadge>
            </span>
            <span className="text-sm text-ink-soft">
              <DateTimeText at={new Date(at)} zone={zone} />
              {answer && `. Jawaban: ${answer}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
