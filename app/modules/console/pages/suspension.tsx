import { useActionData, useLoaderData } from "react-router";
import { liftSuspension, suspendVillage } from "#app/modules/trust/suspend-village.server.ts";
import { TRUST_WORDS } from "#app/modules/trust/words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { getVillageForChange } from "../change-village.server.ts";
import { ReasonForm } from "../components/reason-form.tsx";
import { SuspensionInput } from "../input.ts";

export const loader = oversightLoader(async ({ ctx, params }) => {
  const { id, name, state, suspendedReason } = await getVillageForChange(ctx, params.id ?? "");
  return { id, name, isSuspended: state === "suspended", suspendedReason };
});

export const action = oversightAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  const isLift = form.get("langkah") === "cabut";
  return submitForm(form, SuspensionInput, async (input) => {
    const { name } = await (isLift ? liftSuspension : suspendVillage)(ctx, id, input);
    const said = isLift ? TRUST_WORDS.lifted(name) : TRUST_WORDS.suspended(name);
    return redirectWithFlash(ctx.config, `/operator/desa/${id}`, said);
  });
});

export default function Suspension() {
  const { id, name, isSuspended, suspendedReason } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const title = isSuspended ? `Cabut penangguhan desa ${name}` : `Tangguhkan desa ${name}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} back={{ href: `/operator/desa/${id}`, label: `Desa ${name}` }} />
      <div className="flex flex-col gap-6">
        {isSuspended ? (
          <Notice title="Alasan penangguhan">
            <p className="whitespace-pre-line">{suspendedReason}</p>
          </Notice>
        ) : (
          <Notice tone="warning" title="Yang terjadi bila desa ditangguhkan">
            <ul className="list-disc pl-5">
              <li>Halaman untuk umum tidak tampil lagi.</li>
              <li>Perangkat desa tetap dapat masuk, membaca, dan mengunduh datanya.</li>
              <li>Tidak ada yang dapat diubah, dan tidak ada yang dihapus.</li>
            </ul>
          </Notice>
        )}
        {isSuspended ? (
          <ReasonForm
            field="alasan"
            label="Mengapa penangguhannya dicabut"
            button="Cabut penangguhan"
            step="cabut"
            reply={reply}
          />
        ) : (
          <ReasonForm
            field="alasan"
            label="Alasan penangguhan"
            hint="Tampil di setiap halaman kantor desa itu."
            button="Tangguhkan desa"
            variant="danger"
            step="tangguhkan"
            reply={reply}
          />
        )}
      </div>
    </>
  );
}
