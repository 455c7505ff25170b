import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { ReserveBlockInput } from "../block-input.ts";
import { kindsOf, selectKindRows } from "../kinds.server.ts";
import { selectBlocks } from "../number-blocks.server.ts";
import { basisOf } from "../number-rules.ts";
import { numberingOf, selectNumbering } from "../numbering.server.ts";
import { reserveBlock } from "../reserve-block.server.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const year = Number(dayIn(ctx.tenant.timeZone, ctx.now).slice(0, 4));
  const { numbering, blocks, kinds } = await readTogether(ctx.db, {
    numbering: reading([selectNumbering(ctx.db)], ([rows]) => numberingOf(rows)),
    blocks: reading([selectBlocks(ctx)], ([rows]) => rows),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
  });
  return {
    blocks,
    kinds: (basisOf(numbering, year) === "book" ? [] : kinds)
      .filter(({ isOn, isNumbered }) => isOn && isNumbered)
      .map(({ key, title }) => ({ key, title })),
    canServe: ctx.actor.permissions.has("letters.serve"),
    zone: ctx.tenant.timeZone,
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ReserveBlockInput, async (input) => {
    const { id } = await reserveBlock(ctx, input);
    const sentence = "Nomor dicadangkan. Cetak lembarnya sekarang, sebelum listrik padam.";
    return redirectWithFlash(ctx.config, `/kantor/surat/nomor/${id}`, sentence);
  }),
);

export default function NumberBlocks() {
  const { blocks, kinds, canServe, zone } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ReserveBlockInput>({
    id: "cadangkan",
    defaultValue: { jumlah: "10" },
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>Nomor cadangan</title>
      <PageHeader
        title="Nomor cadangan"
        lead="Untuk surat yang ditulis tangan selama listrik padam. Nomor ini tidak diberikan kepada surat lain."
        back={{ href: "/kantor/surat", label: "Surat" }}
      />
      <div className="flex flex-col gap-8">
        {canServe && (
          <form {...formProps(form)}>
            <ErrorSummary errors={summaryErrors(form)} />
            <SubmitKey />
            <FormStack>
              <NumberField {...textProps(fields.jumlah)} label="Berapa nomor" required />
              <TextField
                {...textProps(fields.alasan)}
                label="Sebab"
                hint="Misalnya listrik padam."
                required
              />
              {kinds.length > 0 && (
                <Select
                  {...selectProps(fields.jenis)}
                  label="Jenis surat"
                  placeholder="Pilih"
                  options={kinds.map(({ key, title }) => ({ value: key, label: title }))}
                />
              )}
            </FormStack>
            <FormActions>
              <Button>Cadangkan nomor</Button>
            </FormActions>
          </form>
        )}
        {blocks.length === 0 ? (
          <EmptyState title="Belum ada nomor cadangan">
            Cadangkan beberapa nomor, cetak lembarnya, lalu simpan di laci loket.
          </EmptyState>
        ) : (
          <TaskList
            label="Nomor cadangan"
            items={blocks.map(({ id, fromNumber, toNumber, year, reason, open, createdAt }) => ({
              key: id,
              href: `/kantor/surat/nomor/${id}`,
              title: `Nomor ${fromNumber} sampai ${toNumber} tahun ${year}`,
              meta: `${reason} · ${formatDateTime(new Date(createdAt), zone)} · ${open} belum didaftarkan`,
            }))}
          />
        )}
      </div>
    </>
  );
}
