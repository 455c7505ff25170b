import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PhotoForm } from "#app/ui/photo-form.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { isWaiting } from "../complaint-rules.ts";
import { ComplaintFields } from "../components/complaint-fields.tsx";
import { OwnInput } from "../input.ts";
import { loadOwnComplaints, type OwnComplaint as Row } from "../load-complaints.server.ts";
import { keepPhoto, sendOwnComplaint } from "../send-complaint.server.ts";
import { STATE_WORDS } from "../words.ts";

const HERE = "/warga/pengaduan";

export const loader = residentLoader(({ ctx }) => loadOwnComplaints(ctx));

export const action = residentAction(async ({ ctx, form }) => {
  await keepPhoto(ctx, form);
  return submitForm(form, OwnInput, async (input) => {
    const { number } = await sendOwnComplaint(ctx, input);
    return redirectWithFlash(ctx.config, HERE, `Pengaduan Anda diterima dengan nomor ${number}.`);
  });
});

export default function Own() {
  const { rows, hamlets, days } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<OwnInput>({ id: "pengaduan", lastResult: reply });
  return (
    <>
      <title>Pengaduan saya</title>
      <PageHeader
        title="Pengaduan saya"
        lead={`Kantor desa menjawab paling lambat ${days} hari kerja. Nama Anda tidak diumumkan.`}
      />
      <div className="flex flex-col gap-8">
        {rows.length > 0 && (
          <ul aria-label="Pengaduan saya" className="flex flex-col">
            {rows.map((row) => (
              <OwnComplaint key={row.id} row={row} />
            ))}
          </ul>
        )}
        <section aria-labelledby="baru" className="flex flex-col gap-4">
          <h2 id="baru" className="text-lg">
            Pengaduan baru
          </h2>
          <PhotoForm>
            <form
              {...formProps(form)}
              encType="multipart/form-data"
              className="flex max-w-form flex-col gap-5"
            >
              <ErrorSummary errors={summaryErrors(form)} />
              <SubmitKey />
              <ComplaintFields fields={fields} hamlets={hamlets} reply={reply} />
              <div>
                <Button icon="send">Kirim pengaduan</Button>
              </div>
            </form>
          </PhotoForm>
        </section>
      </div>
    </>
  );
}

function OwnComplaint({ row }: { row: Row }) {
  const { label, tone } = STATE_WORDS[row.state];
  return (
    <li className="flex flex-col items-start gap-1 border-b border-line py-4">
      <p className="font-semibold">{`${row.number}/${row.year}: ${row.subject}`}</p>
      <StatusBadge tone={tone}>{label}</StatusBadge>
      {isWaiting(row.state) && row.dueOn && (
        <p className="text-sm text-ink-soft">{`Dijawab paling lambat ${formatDate(row.dueOn)}`}</p>
      )}
      {row.answer && <p className="border-l-4 border-line pl-3 whitespace-pre-line">{row.answer}</p>}
    </li>
  );
}
