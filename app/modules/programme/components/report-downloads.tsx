import { ButtonLink } from "#app/ui/button.tsx";

export interface ReportDownloadsProps {
  /** Address of the year's programme. */
  here: string;
  period: string;
  chosenDate: string | null;
}

/** The papers, made when they are asked for. */
export function ReportDownloads({ here, period, chosenDate }: ReportDownloadsProps) {
  const query = chosenDate ? `?per=${chosenDate}` : "";
  const href = (file: string) => `${here}/laporan/${file}${query}`;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">Unduh</h2>
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" icon="download" href={href(`${period}.pdf`)}>
          Laporan (PDF)
        </ButtonLink>
        <ButtonLink icon="download" href={href(`${period}.docx`)}>
          Laporan (Word)
        </ButtonLink>
      </div>
      <p className="max-w-text text-ink-soft">
        Dari data yang sama, untuk satu tahun: kerangka bagian LPPD yang tinggal dilengkapi, dan poster IPPD
        satu halaman untuk papan pengumuman.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink icon="file" href={href("lppd.docx")}>
          Bahan LPPD (Word)
        </ButtonLink>
        <ButtonLink icon="print" href={href("ippd.pdf")}>
          Poster IPPD (PDF)
        </ButtonLink>
      </div>
    </section>
  );
}
