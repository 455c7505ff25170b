import { ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { DateField, NumberField } from "#app/ui/text-fields.tsx";
import { AGENDA_PARTS, type AgendaPart, type BookPeriod, isWholeYear } from "../book-rules.ts";

const PART_NAMES: Record<AgendaPart, string> = {
  bersama: "Masuk dan keluar",
  masuk: "Surat masuk saja",
  keluar: "Surat keluar saja",
};

/** Which year of a book, which days of it, and which of its sides. */
export function PeriodFilter({
  period,
  part,
  resetHref,
}: {
  period: BookPeriod;
  /** Only of the agenda book. */
  part?: AgendaPart;
  resetHref?: string;
}) {
  const whole = isWholeYear(period);
  return (
    <FilterBar resetHref={resetHref}>
      {part && (
        <Select
          id="bagian"
          name="bagian"
          label="Bagian"
          defaultValue={part}
          options={AGENDA_PARTS.map((value) => ({ value, label: PART_NAMES[value] }))}
          plain
        />
      )}
      <NumberField id="tahun" name="tahun" label="Tahun" defaultValue={period.year} plain />
      <DateField id="dari" name="dari" label="Dari" defaultValue={whole ? "" : period.from} plain />
      <DateField id="sampai" name="sampai" label="Sampai" defaultValue={whole ? "" : period.to} plain />
    </FilterBar>
  );
}

/** The book on paper and as a sheet. */
export function BookDownloads({ stem, query }: { stem: string; query: string }) {
  return (
    <>
      <ButtonLink href={`/kantor/buku/unduh/${stem}.pdf?${query}`} icon="print">
        Cetak (PDF)
      </ButtonLink>
      <ButtonLink href={`/kantor/buku/unduh/${stem}.xlsx?${query}`} icon="download" variant="quiet">
        Unduh XLSX
      </ButtonLink>
      <ButtonLink href={`/kantor/buku/unduh/${stem}.csv?${query}`} icon="download" variant="quiet">
        Unduh CSV
      </ButtonLink>
    </>
  );
}
