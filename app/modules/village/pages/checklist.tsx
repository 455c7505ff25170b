import { useActionData, useLoaderData } from "react-router";
import { inLocalWords, type LocalTerms } from "#app/modules/accounts/words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { getChecklist } from "../checklist.server.ts";
import type { ChecklistStep } from "../checklist-rules.ts";
import { ChecklistProgress } from "../components/checklist-panel.tsx";
import { MarkChecklistInput } from "../input.ts";
import { markChecklist } from "../mark-checklist.server.ts";
import { CHECKLIST_WORDS, SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, frame }) => ({
  checklist: await getChecklist(ctx),
  terms: frame?.profile ?? null,
}));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, MarkChecklistInput, async (input) => {
    await markChecklist(ctx, input);
    const title = CHECKLIST_WORDS.titles[input.butir];
    const isSkipped = input.tanda === "tidak-perlu";
    const sentence = isSkipped ? CHECKLIST_WORDS.skipped(title) : CHECKLIST_WORDS.reopened(title);
    return redirectWithFlash(ctx.config, "/kantor/mulai", sentence);
  }),
);

export default function FirstHour() {
  const { checklist, terms } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Persiapan awal</title>
      <PageHeader
        title="Persiapan awal"
        lead="Enam langkah supaya surat, laporan, dan halaman desa langsung benar. Kerjakan dalam urutan apa pun."
        back={{ href: "/kantor", label: "Meja kerja" }}
      />
      <ErrorSummary errors={replySummary(reply, "#isi")} />
      {!checklist && <Notice tone="warning">{SETTINGS_WORDS.noProfile}</Notice>}
      {checklist && (
        <div className="flex max-w-text flex-col gap-4">
          {checklist.isFinished && <Notice tone="success">Semua langkah selesai. Selamat bekerja.</Notice>}
          <ChecklistProgress checklist={checklist} />
          {checklist.steps.map((step) => (
            <Step key={step.key} step={inWordsOf(step, terms)} />
          ))}
        </div>
      )}
    </>
  );
}

function inWordsOf(step: ChecklistStep, terms: LocalTerms | null): ChecklistStep {
  return { ...step, title: inLocalWords(step.title, terms), detail: inLocalWords(step.detail, terms) };
}

const TONES: Record<ChecklistStep["state"], StatusTone> = {
  open: "waiting",
  done: "good",
  skipped: "neutral",
};

function Step({ step }: { step: ChecklistStep }) {
  const { key, state, title, detail, href } = step;
  return (
    <Card
      title={title}
      badge={<StatusBadge tone={TONES[state]}>{CHECKLIST_WORDS.states[state]}</StatusBadge>}
      actions={
        <>
          <ButtonLink href={href} variant={state === "open" ? "primary" : "secondary"}>
            {state === "open" ? "Kerjakan" : "Buka"}
          </ButtonLink>
          {state !== "done" && <MarkForm item={key} isSkipped={state === "skipped"} />}
        </>
      }
    >
      <p>{detail}</p>
    </Card>
  );
}

function MarkForm({ item, isSkipped }: { item: string; isSkipped: boolean }) {
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="butir" value={item} />
      <Button type="submit" name="tanda" value={isSkipped ? "perlu" : "tidak-perlu"} variant="quiet">
        {isSkipped ? "Perlu dikerjakan" : "Tidak perlu"}
      </Button>
    </form>
  );
}
