import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { closeAlert, getAlert } from "../alerts.server.ts";
import { Moment } from "../components/moment.tsx";
import { Part } from "../components/part.tsx";
import { ReasonForm } from "../components/reason-form.tsx";
import { SeverityBadge } from "../components/severity-badge.tsx";
import { AlertInput } from "../input.ts";
import { CONSOLE_WORDS } from "../words.ts";

const LIST = "/operator/peringatan";

export const loader = oversightLoader(({ ctx, params }) => getAlert(ctx, params.id ?? ""));

export const action = oversightAction(async ({ ctx, params, form }) =>
  submitForm(form, AlertInput, async (input) => {
    await closeAlert(ctx, params.id ?? "", input);
    return redirectWithFlash(ctx.config, LIST, CONSOLE_WORDS.alertClosed);
  }),
);

export default function Alert() {
  const alert = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Peringatan</title>
      <PageHeader
        title="Peringatan"
        back={{ href: LIST, label: "Peringatan" }}
        badge={<SeverityBadge alert={alert} />}
        lead={alert.sentence}
      />
      <div className="flex flex-col gap-8">
        <div className="max-w-text">
          <DefinitionList
            items={[
              {
                term: "Desa",
                value: alert.villageId && (
                  <a href={`/operator/desa/${alert.villageId}`} className="inline-flex min-h-11 items-center">
                    {alert.village ?? alert.villageId}
                  </a>
                ),
              },
              { term: "Sejak", value: <Moment at={alert.firstAt} /> },
              { term: "Terakhir", value: <Moment at={alert.lastAt} /> },
              { term: "Berapa kali", value: String(alert.times) },
              ...(alert.settledAt
                ? [
                    { term: "Selesai", value: <Moment at={alert.settledAt} /> },
                    { term: "Oleh", value: alert.settledBy },
                    { term: "Catatan", value: alert.note },
                  ]
                : []),
            ]}
          />
        </div>
        {alert.settledAt === null && (
          <Part id="selesai" title="Tandai selesai">
            <ReasonForm
              field="catatan"
              label="Yang sudah dilakukan"
              hint="Bila gangguannya berulang, peringatan ini terbuka lagi."
              button="Tandai selesai"
              reply={reply}
            />
          </Part>
        )}
      </div>
    </>
  );
}
