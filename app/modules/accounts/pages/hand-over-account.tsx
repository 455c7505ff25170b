import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { getHandover, handOverAccount } from "../hand-over-account.server.ts";
import { HandOverAccountInput } from "../input.ts";
import { personLabel } from "../people.server.ts";
import { HANDOVER_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const { successors, ...facts } = await getHandover(ctx, params.id ?? "");
  const options = successors.map((person) => ({
    value: person.accountId,
    label: personLabel(person, frame?.profile),
  }));
  return { ...facts, options };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, HandOverAccountInput, async (input) => {
    const { name, successor, count } = await handOverAccount(ctx, params.id ?? "", input);
    return redirectWithFlash(ctx.config, "/kantor/perangkat", HANDOVER_WORDS.done(name, successor, count));
  }),
);

type Facts = ReturnType<typeof useLoaderData<typeof loader>>;

export default function HandOverAccount() {
  const facts = useLoaderData<typeof loader>();
  const { id, name, items, refusal } = facts;
  return (
    <>
      <title>{`Serah terima ${name}`}</title>
      <PageHeader
        title={`Serah terima ${name}`}
        back={{ href: `/kantor/perangkat/${id}`, label: name }}
        lead="Untuk pejabat yang berhenti atau berganti jabatan. Semua pekerjaannya berpindah sekaligus, lalu jabatannya berakhir hari ini."
      />
      <h2 className="mb-2 text-lg">Yang masih di tangannya</h2>
      {items.length > 0 ? (
        <TaskList items={items} label={`Pekerjaan ${name}`} />
      ) : (
        <EmptyState title="Tidak ada pekerjaan terbuka">
          Kegiatan, langkah, laporan, dan undangan yang belum selesai akan tampil di sini.
        </EmptyState>
      )}
      <div className="mt-10">{refusal ? <Notice>{refusal}</Notice> : <HandOverForm {...facts} />}</div>
    </>
  );
}

const ACCOUNT_CHOICES = [
  { value: "berhenti", label: "Berhentikan akunnya", hint: "Ia tidak dapat masuk lagi." },
  {
    value: "tetap",
    label: "Akun tetap ada, tanpa jabatan",
    hint: "Bila ia akan mendapat jabatan lain di desa ini.",
  },
];

function HandOverForm({ id, name, options }: Facts) {
  const [form, fields] = useForm<HandOverAccountInput>({
    id: "serah-terima",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { akun: "berhenti" },
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Select
        {...selectProps(fields.kepada)}
        label="Diserahkan kepada"
        hint="Penggantinya sudah harus punya akun dan jabatan."
        placeholder="Pilih orangnya"
        required
        options={options}
      />
      <TextArea
        {...textProps(fields.catatan)}
        label="Catatan serah terima"
        hint="Apa yang sudah selesai, apa yang tersisa, dan di mana berkasnya."
        required
      />
      <RadioGroup {...choiceProps(fields.akun)} label={`Akun ${name}`} choices={ACCOUNT_CHOICES} required />
      <Notice tone="warning">
        Jabatan {name} berakhir hari ini, ia keluar dari semua ponsel dan komputer, dan pengaman keduanya
        dilepas. Riwayat pekerjaannya tetap tersimpan.
      </Notice>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button icon="switch-user">Lakukan serah terima</Button>
        <ButtonLink href={`/kantor/perangkat/${id}`} variant="quiet">
          Batal
        </ButtonLink>
      </div>
    </form>
  );
}
