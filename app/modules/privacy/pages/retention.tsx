import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { recordsKept, retentionRules } from "#app/registry.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDateTime, formatNumber } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BACK } from "../components/back.ts";
import { loadRetention } from "../load-retention.server.ts";

export const loader = officeLoader(async ({ ctx }) => ({
  ...(await loadRetention(ctx, retentionRules)),
  kept: recordsKept,
}));

type Facts = Awaited<ReturnType<typeof loadRetention>>;
type Rule = Facts["rules"][number];

const ACTIONS = { delete: "Dihapus", empty: "Isinya dikosongkan" } as const;

function LastRun({ lastRun, zone }: Pick<Facts, "lastRun" | "zone">) {
  if (!lastRun)
    return <Notice>Balai memeriksa masa simpan setiap malam. Pemeriksaan pertama belum berjalan.</Notice>;
  const at = formatDateTime(Date.parse(lastRun.at), zone);
  return lastRun.failed.length > 0 ? (
    <Notice tone="warning" title={`Pemeriksaan ${at} belum tuntas`}>
      Yang belum berhasil dan akan diulang: {lastRun.failed.join("; ")}.
    </Notice>
  ) : (
    <Notice>Terakhir diperiksa {at}. Balai memeriksanya setiap malam.</Notice>
  );
}

export default function Retention() {
  const { rules, kept, lastRun, mayDecide, zone } = useLoaderData<typeof loader>();
  const lastOf = ({ last }: Rule) =>
    last && `${formatNumber(last.removed)} catatan, ${formatDateTime(Date.parse(last.at), zone)}`;
  return (
    <>
      <title>Masa simpan</title>
      <PageHeader
        title="Masa simpan"
        back={BACK}
        lead="Berapa lama setiap jenis data disimpan, dan mengapa. Yang lewat masanya dihapus dengan sendirinya."
      />
      <LastRun lastRun={lastRun} zone={zone} />
      <div className="mt-6">
        <DataTable<Rule>
          caption="Jenis data dan masa simpannya"
          captionHidden
          rows={rules}
          rowKey={(rule) => rule.kind}
          columns={[
            {
              key: "name",
              label: "Jenis data",
              rowHeader: true,
              render: (rule) => (
                <>
                  {rule.name}
                  <span className="block text-sm font-normal text-ink-soft">{rule.reason}</span>
                </>
              ),
            },
            { key: "keep", label: "Disimpan", render: (rule) => rule.keep },
            { key: "how", label: "Sesudahnya", render: (rule) => ACTIONS[rule.how] },
            { key: "last", label: "Terakhir dihapus", render: lastOf },
            {
              key: "change",
              label: "Ubah",
              labelHidden: true,
              render: (rule) =>
                mayDecide &&
                rule.isChoosable && (
                  <ButtonLink variant="quiet" href={`/kantor/data-pribadi/masa-simpan/${rule.kind}`}>
                    Ubah<span className="sr-only"> masa simpan {rule.name}</span>
                  </ButtonLink>
                ),
            },
          ]}
        />
      </div>
      <section aria-labelledby="tetap" className="mt-8 flex flex-col gap-2">
        <h2 id="tetap" className="text-lg">
          Tidak pernah dihapus
        </h2>
        <DefinitionList items={kept.map(({ name, reason }) => ({ term: name, value: reason }))} />
      </section>
    </>
  );
}
