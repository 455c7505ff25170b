import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { requirePermission } from "#app/platform/require.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import type { LetterCategory } from "../kind-rules.ts";
import { KIND_WORDS } from "../kind-words.ts";
import { listKinds } from "../kinds.server.ts";

export const loader = officeLoader(async ({ ctx }) => {
  requirePermission(ctx, "letters.settings");
  const kinds = (await listKinds(ctx, ctx.db)).map(
    ({ key, title, purpose, category, standing, isOn, isOwn, changed }) => ({
      key,
      title,
      purpose,
      category,
      standing: standing.mark,
      isOn,
      isOwn,
      isChanged: changed.length > 0,
    }),
  );
  return { kinds, maySetStandard: ctx.actor.permissions.has("standard.write") };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["kinds"][number];

const CATEGORIES: LetterCategory[] = ["resident", "form", "official"];

export default function Kinds() {
  const { kinds, maySetStandard } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Jenis surat</title>
      <PageHeader
        title="Jenis surat"
        lead="Ketuk sebuah jenis untuk mengubah isinya, syaratnya, atau berhenti memakainya."
        back={{ href: "/kantor/surat", label: "Surat" }}
        actions={
          <>
            <ButtonLink href="/kantor/surat/jenis/baru">Buat jenis sendiri</ButtonLink>
            <ButtonLink href="/kantor/surat/klasifikasi">Klasifikasi</ButtonLink>
            {maySetStandard && <ButtonLink href="/kantor/standar-pelayanan">Standar pelayanan</ButtonLink>}
          </>
        }
      />
      <div className="flex flex-col gap-8">
        {CATEGORIES.map((category) => (
          <section key={category}>
            <h2 className="mb-3 text-lg">{KIND_WORDS.categories[category]}</h2>
            <TaskList
              label={KIND_WORDS.categories[category]}
              items={kinds.filter((kind) => kind.category === category).map(itemOf)}
            />
          </section>
        ))}
      </div>
    </>
  );
}

function itemOf({ key, title, purpose, standing, isOn, isOwn, isChanged }: Row) {
  const notes = [
    purpose,
    isOwn ? "Buatan desa." : isChanged ? "Sudah diubah desa." : "",
    standing === "berlaku" ? "" : `${KIND_WORDS.standings[standing]}.`,
  ];
  return {
    key,
    href: `/kantor/surat/jenis/${key}`,
    title,
    meta: notes.filter(Boolean).join(" "),
    badge: <StatusBadge tone={isOn ? "good" : "neutral"}>{isOn ? "Dipakai" : "Tidak dipakai"}</StatusBadge>,
  };
}
