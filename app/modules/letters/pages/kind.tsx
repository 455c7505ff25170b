import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { answerKindForm } from "../answer-kind-form.server.ts";
import { KindEditor } from "../components/kind-editor.tsx";
import { SwitchKindInput } from "../kind-input.ts";
import { KIND_WORDS } from "../kind-words.ts";
import { loadKindForm } from "../load-kind-form.server.ts";
import { switchKind } from "../switch-kind.server.ts";

export const loader = officeLoader(({ ctx, params }) => loadKindForm(ctx, String(params.kunci)));

const SENTENCES = {
  nyala: KIND_WORDS.switchedOn,
  mati: KIND_WORDS.switchedOff,
  kembali: KIND_WORDS.reset,
} as const;

export const action = officeAction(({ ctx, form, params, frame }) => {
  const back = `/kantor/surat/jenis/${String(params.kunci)}`;
  if (form.has("kunci")) {
    return submitForm(form, SwitchKindInput, async (input) => {
      const { title } = await switchKind(ctx, { ...input, kunci: String(params.kunci) });
      return redirectWithFlash(ctx.config, back, SENTENCES[input.tindakan](title));
    });
  }
  return answerKindForm({ ctx, form, profile: frame?.profile }, String(params.kunci), (_key, title) =>
    redirectWithFlash(ctx.config, back, KIND_WORDS.saved(title)),
  );
});

export default function Kind() {
  const { kind, classes, names } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{kind.title}</title>
      <PageHeader
        title={kind.title}
        lead={kind.purpose}
        back={{ href: "/kantor/surat/jenis", label: "Jenis surat" }}
        badge={
          <StatusBadge tone={kind.isOn ? "good" : "neutral"}>
            {kind.isOn ? "Dipakai" : "Tidak dipakai"}
          </StatusBadge>
        }
        actions={<ButtonLink href={`/kantor/surat/jenis/${kind.key}/contoh.pdf`}>Contoh PDF</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <Notice tone={kind.standing.mark === "berlaku" ? "info" : "warning"}>
          <strong>{KIND_WORDS.standings[kind.standing.mark]}.</strong> {kind.standing.rule}
        </Notice>
        <div className="flex flex-wrap gap-3">
          <Switch kunci={kind.key} tindakan={kind.isOn ? "mati" : "nyala"}>
            {kind.isOn ? "Berhenti memakai" : "Pakai jenis ini"}
          </Switch>
          {kind.changed.length > 0 && (
            <Switch kunci={kind.key} tindakan="kembali">
              Kembali ke versi Balai
            </Switch>
          )}
        </div>
        <KindEditor key={kind.version} kind={kind} classes={classes} names={names} />
      </div>
    </>
  );
}

function Switch({ kunci, tindakan, children }: { kunci: string; tindakan: string; children: string }) {
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="kunci" value={kunci} />
      <Button type="submit" name="tindakan" value={tindakan} variant="secondary">
        {children}
      </Button>
    </form>
  );
}
