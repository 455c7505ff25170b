import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { listOfficialKinds } from "../load-official.server.ts";

const LIST = "/kantor/buku/keluar";

export const loader = officeLoader(async ({ ctx, url }) => {
  const answers = url.searchParams.get("jawab")?.slice(0, 64) ?? null;
  return { kinds: await listOfficialKinds(ctx, answers !== null), answers };
});

export default function OfficialKinds() {
  const { kinds, answers } = useLoaderData<typeof loader>();
  const query = answers ? `?jawab=${encodeURIComponent(answers)}` : "";
  return (
    <>
      <title>Tulis surat keluar</title>
      <PageHeader
        title={answers ? "Jawab dengan surat apa?" : "Surat apa yang ditulis?"}
        back={
          answers
            ? { href: `/kantor/buku/masuk/${answers}`, label: "Kembali ke surat masuk" }
            : { href: LIST, label: "Surat keluar" }
        }
      />
      <TaskList
        label="Jenis surat keluar"
        items={kinds.map(({ key, title, purpose }) => ({
          key,
          href: `${LIST}/baru/${key}${query}`,
          title,
          meta: purpose,
        }))}
      />
    </>
  );
}
