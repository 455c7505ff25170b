import { data, useActionData } from "react-router";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { searchResidents } from "#app/modules/population/search-residents.server.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { PersonSearch } from "../components/person-search.tsx";

const MOST = 20;
const LONGEST = 100;

export const loader = officeLoader(() => null);

/** Who is found alone is opened at once. */
export const action = officeAction(async ({ ctx, form }) => {
  const text = String(form.get("cari") ?? "").trim();
  const error = refuseText(text);
  if (error) return data({ text, people: null, error }, { status: 422 });
  const { people } = await readTogether(ctx.db, { people: await searchResidents(ctx, text, MOST) });
  const [only, ...others] = people;
  if (only && others.length === 0) return seeOther(`/kantor/surat/baru/${only.id}`);
  return { text: /\d{8}/.test(text) ? "" : text, people, error: null };
});

function refuseText(text: string): string | null {
  if (text.length < 2) return "Tulis paling sedikit 2 huruf nama, atau NIK.";
  return text.length > LONGEST ? `Paling panjang ${LONGEST} huruf. Tulis namanya saja, atau NIK.` : null;
}

const GONE: Record<number, string> = {
  [STATUS.dead]: "Meninggal",
  [STATUS.moved]: "Pindah",
  [STATUS.missing]: "Hilang",
  [STATUS.left]: "Pergi",
  [STATUS.invalid]: "Tidak valid",
};

interface Found {
  text: string;
  people: Awaited<ReturnType<Awaited<ReturnType<typeof searchResidents>>["finish"]>> | null;
  error: string | null;
}

export default function NewLetterPerson() {
  const found = useActionData() as Found | undefined;
  return (
    <>
      <title>Buat surat</title>
      <PageHeader
        title="Buat surat"
        back={{ href: "/kantor/surat", label: "Surat" }}
        actions={<ButtonLink href="/kantor/surat/luar">Orang di luar data penduduk</ButtonLink>}
      />
      <ErrorSummary errors={found?.error ? [{ href: "#cari-orang", text: found.error }] : []} />
      <div className="flex flex-col gap-6">
        <PersonSearch text={found?.text} errors={found?.error ? [found.error] : undefined} />
        {found?.people && <People people={found.people} />}
      </div>
    </>
  );
}

function People({ people }: { people: NonNullable<Found["people"]> }) {
  if (people.length === 0)
    return (
      <EmptyState title="Tidak ditemukan">
        Periksa ejaannya, atau cari dengan NIK. Orang yang belum tercatat dapat dibuatkan surat lewat tombol
        Orang di luar data penduduk.
      </EmptyState>
    );
  return (
    <TaskList
      label="Orang yang ditemukan"
      items={people.map(({ id, name, birthDate, areaText, status }) => ({
        key: id,
        href: `/kantor/surat/baru/${id}`,
        title: name,
        meta: [birthDate && `Lahir ${formatDate(birthDate)}`, areaText].filter(Boolean).join(", "),
        badge: GONE[status] ? <StatusBadge tone="warn">{GONE[status]}</StatusBadge> : undefined,
      }))}
    />
  );
}
