import { useActionData, useLoaderData } from "react-router";
import { localPhone } from "#app/modules/accounts/identity-rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { actOnComplaint } from "../act-on-complaint.server.ts";
import { categoryLabel, isWaiting } from "../complaint-rules.ts";
import { ComplaintActions } from "../components/complaint-actions.tsx";
import { loadComplaint } from "../load-complaints.server.ts";
import { STATE_WORDS, STEP_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => ({
  ...(await loadComplaint(ctx, idOf(params))),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(({ ctx, form, params }) => actOnComplaint(ctx, idOf(params), form));

function idOf({ id }: Record<string, string | undefined>): string {
  if (!id) throw new NotFoundError();
  return id;
}

const INTENTS = { tetapkan: "assign", jawab: "answer", tutup: "close", tolak: "refuse", umumkan: "publish" };

export default function Complaint() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { complaint, steps, owner, sender, hamlet, photo, zone } = page;
  const { label, tone } = STATE_WORDS[complaint.state];
  const intent = INTENTS[String(reply?.initialValue?.maksud) as keyof typeof INTENTS];
  const isShown = page.actions.some((action) => action === intent);
  return (
    <>
      <title>{`Pengaduan ${complaint.number}/${complaint.year}`}</title>
      <PageHeader
        title={complaint.subject}
        lead={`Pengaduan nomor ${complaint.number}/${complaint.year}`}
        badge={<StatusBadge tone={tone}>{label}</StatusBadge>}
        back={{ href: "/kantor/pengaduan", label: "Pengaduan" }}
        actions={
          <ButtonLink href={`/kantor/pengaduan/${complaint.id}/tanda-terima.pdf`} icon="print">
            Tanda terima
          </ButtonLink>
        }
      />
      {!isShown && <ErrorSummary errors={replySummary(reply, "#isi")} />}
      <div id="isi" className="flex flex-col gap-8">
        <p className="max-w-text whitespace-pre-line">{complaint.text}</p>
        <DefinitionList
          items={[
            { term: "Tentang", value: categoryLabel(complaint.category) },
            { term: "Tempat", value: hamlet },
            { term: "Pengadu", value: sender?.name ?? "tidak disimpan lagi" },
            { term: "Telepon", value: sender?.phone && localPhone(sender.phone) },
            { term: "Diterima", value: formatDateTime(new Date(complaint.createdAt), zone) },
            { term: "Petugas", value: owner ?? "belum ditetapkan" },
            {
              term: "Dijawab paling lambat",
              value: isWaiting(complaint.state) && complaint.dueOn && formatDate(complaint.dueOn),
            },
            { term: "Jawaban", value: complaint.answer },
            { term: "Ringkasan untuk umum", value: complaint.publicText },
            { term: "Foto", value: photo && <Photo href={photo} /> },
          ].filter(({ value }) => Boolean(value))}
        />
        <section aria-label="Tindakan">
          <ComplaintActions page={page} reply={reply} />
        </section>
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">Riwayat</h2>
          <Timeline
            label="Riwayat pengaduan"
            items={steps.map(({ id, step, byName, at, note }) => ({
              key: id,
              title: `${STEP_WORDS[step] ?? step} (${byName})`,
              at: formatDateTime(new Date(at), zone),
              note,
            }))}
          />
        </section>
      </div>
    </>
  );
}

function Photo({ href }: { href: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      <img
        src={href}
        alt="Foto dari pengadu"
        loading="lazy"
        width="160"
        height="160"
        className="max-h-56 w-40 rounded-sm border border-line object-cover"
      />
    </a>
  );
}
