import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { STATUS_NAMES } from "../event-words.ts";
import type { PersonFinding } from "../find-person.server.ts";
import { STATUS } from "../person-rules.ts";

interface PersonFinderProps {
  /** Whose page the form is sent to; this page unless told. */
  action?: string;
  label: string;
  hint?: string;
  /** What the last search came to. */
  found?: PersonFinding | undefined;
}

/** One field for name, NIK or No KK. */
export function PersonFinder({
  action,
  label,
  hint = "Nama, NIK, atau nomor KK.",
  found,
}: PersonFinderProps) {
  const error = found?.error;
  return (
    <>
      <ErrorSummary errors={error ? [{ href: "#cari-orang", text: error }] : []} />
      <form method="post" action={action} className="flex max-w-form flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            id="cari-orang"
            name="cari"
            label={label}
            hint={hint}
            defaultValue={found?.text}
            errors={error ? [error] : undefined}
            autoComplete="off"
            required
          />
        </div>
        <Button icon="search">Cari orang</Button>
      </form>
    </>
  );
}

interface FoundPeopleProps {
  found: PersonFinding | undefined;
  hrefOf: (id: string) => string;
  /** What to do where nobody was found. */
  children: ReactNode;
}

/** Those who were found, each leading to a page. */
export function FoundPeople({ found, hrefOf, children }: FoundPeopleProps) {
  const people = found?.people;
  if (!people) return null;
  if (people.length === 0) return <EmptyState title="Tidak ditemukan">{children}</EmptyState>;
  return (
    <TaskList
      label="Orang yang ditemukan"
      items={people.map(({ id, name, birthDate, areaText, status }) => ({
        key: id,
        href: hrefOf(id),
        title: name,
        meta: [birthDate && `Lahir ${formatDate(birthDate)}`, areaText].filter(Boolean).join(", "),
        badge:
          status === STATUS.here ? undefined : <StatusBadge tone="warn">{STATUS_NAMES[status]}</StatusBadge>,
      }))}
    />
  );
}
