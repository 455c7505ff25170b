import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { data, oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { type CheckedOfficials, checkOfficials } from "../check-officials.server.ts";
import { CheckedList, UploadForm } from "../components/officials-forms.tsx";
import { UploadOfficialsInput, UseOfficialsInput } from "../input.ts";
import { loadOfficials } from "../load-officials.server.ts";
import { useOfficials } from "../use-officials.server.ts";
import { OFFICIALS_WORDS } from "../words.ts";

export const loader = oversightLoader(({ ctx }) => loadOfficials(ctx));

export const action = oversightAction(async ({ ctx, form }) => {
  if (!form.has("daftar"))
    return submitForm(form, UploadOfficialsInput, async (input) =>
      data({ checked: await checkOfficials(ctx, input) }),
    );
  return submitForm(form, UseOfficialsInput, async ({ daftar }) => {
    const { rowCount } = await useOfficials(ctx, daftar);
    return redirectWithFlash(ctx.config, "/kabupaten/daftar-perangkat", OFFICIALS_WORDS.used(rowCount));
  });
});

type Reply = FormReply | { checked: CheckedOfficials } | undefined;

export default function Officials() {
  const { lists } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply;
  const checked = reply && "checked" in reply ? reply.checked : null;
  const present = lists.find((list) => list.replacedAt === null);
  return (
    <>
      <title>Daftar perangkat</title>
      <PageHeader
        title="Daftar perangkat desa"
        lead="Desa yang perangkatnya ada di daftar ini langsung terverifikasi: nomor SK, nama, dan nomor teleponnya dicocokkan."
      />
      <div className="flex flex-col gap-8">
        {checked ? (
          <CheckedList checked={checked} />
        ) : (
          <>
            <Notice tone={present ? "success" : "info"}>
              {present
                ? `Daftar yang berlaku memuat ${present.rowCount} perangkat di ${present.villageCount ?? 0} desa.`
                : "Belum ada daftar. Sebelum ada, desa hanya dapat diverifikasi dengan surat pengantar."}
            </Notice>
            <UploadForm reply={reply as FormReply | undefined} />
          </>
        )}
        <History lists={lists} />
      </div>
    </>
  );
}

function History({ lists }: Pick<Awaited<ReturnType<typeof loadOfficials>>, "lists">) {
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="riwayat" className="flex flex-col gap-3">
      <h2 id="riwayat" className="text-lg">
        Riwayat
      </h2>
      <Timeline
        label="Riwayat daftar"
        items={lists.map(({ id, fileName, inForceAt, replacedAt, rowCount }) => ({
          key: id,
          title: `${fileName}: ${rowCount} perangkat${replacedAt ? ", sudah diganti" : ", berlaku"}`,
          at: inForceAt && formatDateTime(new Date(inForceAt), "WIB"),
        }))}
      />
    </section>
  );
}
