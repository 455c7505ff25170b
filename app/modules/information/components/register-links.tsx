import { ButtonLink } from "#app/ui/button.tsx";
import type { HalfYear } from "../request-rules.ts";

const BASE = "/kantor/informasi";

/** The register as a file, and the notices of half a year. */
export function RegisterLinks({ year, halves }: { year: number; halves: readonly HalfYear[] }) {
  return (
    <section aria-labelledby="register" className="mt-8 flex flex-col gap-3">
      <h2 id="register" className="text-lg">
        Register dan pengumuman
      </h2>
      <p className="max-w-text text-ink-soft">
        Register memuat nama dan kontak pemohon bagi yang berwenang melihatnya; setiap unduhan dicatat.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${BASE}/unduh/register-${year}.pdf`} icon="print">
          {`Register ${year} (PDF)`}
        </ButtonLink>
        <ButtonLink href={`${BASE}/unduh/register-${year}.xlsx`} icon="download">
          {`Register ${year} (XLSX)`}
        </ButtonLink>
        <ButtonLink href={`${BASE}/unduh/register-${year}.csv`} icon="download">
          {`Register ${year} (CSV)`}
        </ButtonLink>
        {halves.map(({ year: of, half }) => (
          <ButtonLink key={`${of}-${half}`} href={`${BASE}/laporan/${of}-${half}`}>
            {`Pengumuman semester ${half} ${of}`}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}
