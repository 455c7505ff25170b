import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { addAreas } from "../add-areas.server.ts";
import { areaTree } from "../area-rules.ts";
import { selectAreas } from "../areas.server.ts";
import { afterSaving } from "../checklist-rules.ts";
import { AreaTree } from "../components/area-tree.tsx";
import { SettingsForm, useBack } from "../components/settings-form.tsx";
import { AddAreasInput } from "../input.ts";
import { AREA_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => ({
  tree: areaTree(await selectAreas(ctx.db)),
  hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
}));

export const action = officeAction(({ ctx, form, url }) =>
  submitForm(form, AddAreasInput, async (input) => {
    const { count } = await addAreas(ctx, input);
    return redirectWithFlash(
      ctx.config,
      afterSaving(url.searchParams, "/kantor/pengaturan/wilayah"),
      AREA_WORDS.added(count),
    );
  }),
);

export default function Areas() {
  const { tree, hamletTerm } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<AddAreasInput>({
    id: "wilayah",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Wilayah</title>
      <PageHeader
        title="Wilayah"
        lead={`${hamletTerm}, RW, dan RT. Ketuk sebuah nama untuk mengganti atau menonaktifkannya.`}
        back={useBack()}
      />
      <div className="flex flex-col gap-8">
        {tree.length === 0 ? (
          <EmptyState icon="map" title={AREA_WORDS.emptyTitle}>
            {AREA_WORDS.empty}
          </EmptyState>
        ) : (
          <>
            <AreaTree nodes={tree} hamletTerm={hamletTerm} />
            <DownloadLinks list="wilayah" />
          </>
        )}
        <section>
          <h2 className="mb-4 text-lg">Tambah wilayah</h2>
          <SettingsForm form={form} save="Tambahkan">
            <TextArea
              {...textProps(fields.baris)}
              label="Daftar wilayah"
              hint={
                <>
                  Satu {hamletTerm.toLowerCase()} untuk tiap baris, RT-nya setelah titik dua. Contoh:{" "}
                  <strong>{hamletTerm} Montong: RT 01, RT 02</strong> atau{" "}
                  <strong>{hamletTerm} Montong / RW 01: RT 01-04</strong>. Yang sudah ada dilewati.
                </>
              }
              rows={6}
              required
            />
          </SettingsForm>
        </section>
      </div>
    </>
  );
}
