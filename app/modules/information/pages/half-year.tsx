import { useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { loadHalfYear } from "../half-year.server.ts";
import { parseHalfYear } from "../request-rules.ts";

export const loader = officeLoader(({ ctx, params }) => {
  const period = parseHalfYear(params.masa ?? "");
  if (!period) throw new NotFoundError();
  return loadHalfYear(ctx, period);
});

export default function HalfYearNotice() {
  const { period, village, today, figures } = useLoaderData<typeof loader>();
  const { received, given, partly, refused, withdrawn, open, late, meanDays } = figures;
  const title = `Layanan informasi publik semester ${period.half} tahun ${period.year}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        lead={`${village}, ${formatDate(period.first)} sampai ${formatDate(period.last)}`}
        back={{ href: "/kantor/informasi", label: "Informasi publik" }}
      />
      <div className="flex max-w-text flex-col gap-4">
        <DefinitionList
          items={[
            { term: "Permohonan diterima", value: formatNumber(received) },
            { term: "Diberikan", value: formatNumber(given) },
            { term: "Diberikan sebagian", value: formatNumber(partly) },
            { term: "Ditolak", value: formatNumber(refused) },
            { term: "Ditarik pemohon", value: formatNumber(withdrawn) },
            { term: "Belum dijawab", value: formatNumber(open) },
            { term: "Dijawab lewat batas waktu", value: formatNumber(late) },
            {
              term: "Rata-rata waktu jawab",
              value: meanDays === null ? "Belum ada jawaban" : `${formatNumber(meanDays, 1)} hari kerja`,
            },
          ]}
        />
        <p className="text-sm text-ink-soft">
          {`Dihitung ${formatDate(today)} dari Register Permohonan Informasi Publik. Halaman ini dapat dicetak dan ditempel di papan pengumuman.`}
        </p>
      </div>
    </>
  );
}
