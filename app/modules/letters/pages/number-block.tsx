import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextField } from "#app/ui/text-fields.tsx";
import { RegisterLetterInput } from "../block-input.ts";
import { closeBlock } from "../close-block.server.ts";
import { kindsOf, selectKindRows } from "../kinds.server.ts";
import { blockOf, selectBlock, selectBlockNumbers } from "../number-blocks.server.ts";
import { idParam } from "../params.ts";
import { registerLetter } from "../register-letter.server.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const id = idParam(params);
  const { block, numbers, kinds } = await readTogether(ctx.db, {
    block: reading([selectBlock(ctx.db, id)], ([rows]) => blockOf(rows)),
    numbers: reading([selectBlockNumbers(ctx, id)], ([rows]) => rows),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
  });
  const offered = kinds.filter(({ isOn, isNumbered }) => isOn && isNumbered);
  return {
    block,
    numbers,
    kinds: offered.map(({ key, title }) => ({ value: key, label: title })),
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  const id = idParam(params);
  const done = (sentence: string) => redirectWithFlash(ctx.config, `/kantor/surat/nomor/${id}`, sentence);
  if (form.get("maksud") === "tutup") {
    const { unused } = await closeBlock(ctx, id);
    return done(`Blok ditutup. ${unused} nomor tercatat tidak dipakai.`);
  }
  return submitForm(form, RegisterLetterInput, async (input) => {
    await registerLetter(ctx, id, input);
    return done(`Surat nomor ${input.nomor} terdaftar.`);
  });
});

export default function NumberBlock() {
  const { block, numbers, kinds } = useLoaderData<typeof loader>();
  const open = numbers.filter(({ state }) => state === "reserved");
  return (
    <>
      <title>{`Nomor cadangan ${block.fromNumber} sampai ${block.toNumber}`}</title>
      <PageHeader
        title={`Nomor ${block.fromNumber} sampai ${block.toNumber}`}
        lead={`${block.reason}. ${open.length} nomor belum didaftarkan.`}
        back={{ href: "/kantor/surat/nomor", label: "Nomor cadangan" }}
        actions={
          <ButtonLink icon="print" href={`/kantor/surat/nomor/${block.id}/lembar.pdf`}>
            Cetak lembar
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-8">
        {open.length > 0 && <RegisterForm numbers={open.map(({ number }) => number)} kinds={kinds} />}
        <DataTable
          caption="Nomor di blok ini"
          rows={numbers}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: "number", label: "Nomor", rowHeader: true, render: ({ number }) => number },
            {
              key: "use",
              label: "Dipakai untuk",
              render: ({ state, note, letterId, title, personName }) =>
                letterId ? (
                  <a href={`/kantor/surat/${letterId}`}>{`${title}: ${personName}`}</a>
                ) : state === "void" ? (
                  note
                ) : (
                  "Belum didaftarkan"
                ),
            },
          ]}
        />
        {open.length > 0 && (
          <Disclosure summary="Sisanya tidak dipakai">
            <form method="post" className="flex flex-col gap-3">
              <SubmitKey />
              <Hidden name="maksud" value="tutup" />
              <p>{`${open.length} nomor yang belum didaftarkan akan tercatat batal dan tidak dapat dipakai lagi.`}</p>
              <Button variant="danger">Tutup blok ini</Button>
            </form>
          </Disclosure>
        )}
      </div>
    </>
  );
}

interface RegisterFormProps {
  numbers: readonly number[];
  kinds: readonly { value: string; label: string }[];
}

function RegisterForm({ numbers, kinds }: RegisterFormProps) {
  const [form, fields] = useForm<RegisterLetterInput>({
    id: "daftar",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <Select
          {...selectProps(fields.nomor)}
          label="Nomor"
          options={numbers.map((number) => ({ value: String(number), label: String(number) }))}
        />
        <Select
          {...selectProps(fields.jenis)}
          label="Jenis surat"
          placeholder="Pilih"
          options={kinds}
          required
        />
        <TextField {...textProps(fields.nama)} label="Nama di surat" autoComplete="off" required />
        <DateField {...textProps(fields.tanggal)} label="Tanggal surat" required />
        <TextField {...textProps(fields.keperluan)} label="Keperluan" />
      </FormStack>
      <FormActions>
        <Button>Daftarkan surat</Button>
      </FormActions>
    </form>
  );
}
