import { data, useActionData } from "react-router";
import { searchResidents } from "#app/modules/population/search-residents.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

const BASE = "/kantor/izin";
const MOST = 20;
const LONGEST = 100;

export const loader = officeLoader(() => null);

/** Who is found alone is opened at once. */
export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "permits.write");
  const text = String(form.get("cari") ?? "").trim();
  const error = refuseText(text);
  if (error) return data({ text, people: null, error }, { status: 422 });
  const { people } = await readTogether(ctx.db, { people: await searchResidents(ctx, text, MOST) });
  const [only, ...others] = people;
  if (only && others.length === 0) return seeOther(`${BASE}/baru/${only.id}`);
  return { text: /\d{8}/.test(text) ? "" : text, people, error: null };
});

function refuseText(text: string): string | null {
  if (text.length < 2) return "Tulis paling sedikit 2 huruf nama, atau NIK.";
  return text.length > LONGEST ? `Paling panjang ${LONGEST} huruf. Tulis namanya saja, atau NIK.` : null;
}

interface Found {
  text: string;
  people: Awaited<ReturnType<Awaited<ReturnType<typeof searchResidents>>["finish"]>> | null;
  error: string | null;
}

export default function NewPerson() {
  const found = useActionData() as Found | undefined;
  const people = found?.people;
  return (
    <>
      <title>Catat permohonan izin</title>
      <PageHeader
        title="Catat permohonan izin"
        back={{ href: BASE, label: "Izin dan rekomendasi" }}
        actions={<ButtonLink href={`${BASE}/luar`}>Orang di luar data penduduk</ButtonLink>}
      />
      <ErrorSummary errors={found?.error ? [{ href: "#cari-orang", text: found.error }] : []} />
      <form method="post" className="mb-6 flex max-w-form flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            id="cari-orang"
            name="cari"
            label="Siapa pemohonnya?"
            hint="Nama, NIK, atau nomor KK."
            defaultValue={found?.text}
            errors={found?.error ? [found.error] : undefined}
            autoComplete="off"
            required
          />
        </div>
        <Button icon="search">Cari orang</Button>
      </form>
      {people?.length === 0 && (
        <EmptyState title="Tidak ditemukan">
          Periksa ejaannya, atau cari dengan NIK. Orang dari luar desa dicatat lewat tombol Orang di luar data
          penduduk.
        </EmptyState>
      )}
      {people && people.length > 0 && (
        <TaskList
          label="Orang yang ditemukan"
          items={people.map(({ id, name, birthDate, areaText }) => ({
            key: id,
            href: `${BASE}/baru/${id}`,
            title: name,
            meta: [birthDate && `Lahir ${formatDate(birthDate)}`, areaText].filter(Boolean).join(", "),
          }))}
        />
      )}
    </>
  );
}
