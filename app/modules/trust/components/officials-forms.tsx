import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formProps, secretProps, summaryErrors } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { FileField, Hidden } from "#app/ui/text-fields.tsx";
import type { CheckedOfficials } from "../check-officials.server.ts";
import type { UploadOfficialsInput } from "../input.ts";
import type { RowProblem } from "../officials-rules.ts";

/** First step: the sheet. Nothing is compared with it yet. */
export function UploadForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useForm<UploadOfficialsInput>({ id: "unggah", lastResult: reply });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <p className="max-w-text">
        Baris judulnya memuat <strong>kode desa</strong>, <strong>nama</strong>, <strong>jabatan</strong>,{" "}
        <strong>nomor SK</strong>, dan <strong>nomor telepon</strong>; urutannya bebas. Daftar baru
        menggantikan seluruh daftar lama. Nomor telepon hanya dipakai untuk mencocokkan dan tidak pernah
        ditampilkan lagi.
      </p>
      <FileField
        {...secretProps(fields.berkas)}
        label="Daftar perangkat"
        hint="XLSX atau CSV, paling besar 10 MB dan 20.000 baris."
        accept={acceptAttribute(["sheet"])}
        required
      />
      <div>
        <Button icon="upload">Periksa daftar</Button>
      </div>
    </form>
  );
}

/** Second step: what the sheet would do, row by row where it would not. */
export function CheckedList({ checked }: { checked: CheckedOfficials }) {
  const { listId, fileName, rowCount, villageCount, problemCount, problems } = checked;
  return (
    <section aria-labelledby="hasil" className="flex flex-col gap-5">
      <h2 id="hasil" className="text-lg">
        Hasil pemeriksaan {fileName}
      </h2>
      <StatGrid>
        <StatTile label="Perangkat yang dapat dicocokkan" value={rowCount} />
        <StatTile label="Desa" value={villageCount} />
        <StatTile label="Baris yang dilewati" value={problemCount} />
      </StatGrid>
      {problemCount > 0 && (
        <Notice tone="warning">
          Baris di bawah tidak ikut. Anda dapat memakai daftar ini tanpa baris itu, atau memperbaiki lembarnya
          lalu mengunggah lagi.
        </Notice>
      )}
      <form method="post" className="max-w-form">
        <SubmitKey />
        <Hidden name="daftar" value={listId} />
        <FormActions>
          <Button icon="check">Pakai daftar ini</Button>
          <ButtonLink href="/kabupaten/daftar-perangkat" variant="quiet">
            Unggah yang lain
          </ButtonLink>
        </FormActions>
      </form>
      {problems.length > 0 && (
        <DataTable<RowProblem>
          caption={
            problemCount > problems.length ? `${problems.length} baris pertama` : "Baris yang dilewati"
          }
          rows={problems}
          rowKey={(row) => String(row.row)}
          columns={[
            { key: "row", label: "Baris", rowHeader: true, render: (row) => `Baris ${row.row}` },
            { key: "why", label: "Alasan", render: (row) => row.sentence },
          ]}
        />
      )}
    </section>
  );
}
