import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { textProps } from "#app/ui/conform.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";
import { areaLabel } from "../area-rules.ts";
import { getArea } from "../areas.server.ts";
import { SettingsForm } from "../components/settings-form.tsx";
import { RenameAreaInput } from "../input.ts";
import { renameArea } from "../rename-area.server.ts";
import { AREA_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const area = await getArea(ctx.db, params.id ?? "");
  return { area, label: areaLabel(area, frame?.profile?.hamletTerm) };
});

export const action = officeAction(({ ctx, form, params, frame }) => {
  form.set("id", params.id ?? "");
  return submitForm(form, RenameAreaInput, async (input) => {
    const label = areaLabel(await renameArea(ctx, input), frame?.profile?.hamletTerm);
    return redirectWithFlash(ctx.config, "/kantor/pengaturan/wilayah", AREA_WORDS.renamed(label));
  });
});

export default function Area() {
  const { area, label } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<RenameAreaInput>({
    id: "nama-wilayah",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { nama: area.name, nama_lama: area.name },
  });
  const isHamlet = area.kind === "dusun";
  return (
    <>
      <title>{label}</title>
      <PageHeader title={label} back={{ href: "/kantor/pengaturan/wilayah", label: "Wilayah" }} />
      {area.retiredAt ? (
        <Notice>
          {AREA_WORDS.alreadyRetired} Tambahkan lagi dengan nama yang sama untuk memakainya kembali.
        </Notice>
      ) : (
        <div className="flex flex-col gap-8">
          <SettingsForm form={form} save="Ganti nama">
            <Hidden name={fields.nama_lama.name} value={textProps(fields.nama_lama).defaultValue ?? ""} />
            <TextField
              {...textProps(fields.nama)}
              label={isHamlet ? "Nama" : `Nomor ${area.kind.toUpperCase()}`}
              required
              autoComplete="off"
              width={isHamlet ? "form" : "short"}
            />
          </SettingsForm>
          <section className="flex flex-col items-start gap-3">
            <h2 className="text-lg">Tidak dipakai lagi?</h2>
            <p className="max-w-text">
              Wilayah yang dinonaktifkan hilang dari pilihan. Catatan lama tetap menyebutnya.
            </p>
            <form method="post" action={`/kantor/pengaturan/wilayah/${area.id}/nonaktif`}>
              <SubmitKey />
              <Button type="submit" variant="danger">
                Nonaktifkan {label}
              </Button>
            </form>
          </section>
        </div>
      )}
    </>
  );
}
