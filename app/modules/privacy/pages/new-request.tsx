import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PersonSearch } from "../components/person-search.tsx";
import { RequestFields } from "../components/request-fields.tsx";
import { OpenRequestInput } from "../input.ts";
import { momentFields } from "../moment-rules.ts";
import { openRequest } from "../open-request.server.ts";
import { findPersons } from "../person-kinds.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/permintaan";
const REGISTER = { kinds: personKinds, data: personData };

export const loader = officeLoader(async ({ ctx, url }) => {
  const text = (url.searchParams.get("cari") ?? "").trim().slice(0, 100);
  return {
    text,
    people: await findPersons(ctx, REGISTER, text),
    moment: momentFields(ctx.tenant.timeZone, ctx.now),
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, OpenRequestInput, async (input) => {
    const { id, name, dueAt } = await openRequest(ctx, input, REGISTER);
    const due = formatDateTime(Date.parse(dueAt), ctx.tenant.timeZone);
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, REQUEST_WORDS.opened(name, due));
  }),
);

export default function NewRequest() {
  const { text, people, moment } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<OpenRequestInput>({
    id: "permintaan",
    lastResult: reply,
    defaultValue: moment,
  });
  return (
    <>
      <title>Catat permintaan</title>
      <PageHeader
        title="Catat permintaan"
        back={{ href: LIST, label: "Permintaan orang atas datanya" }}
        lead="Pastikan dahulu bahwa yang meminta memang orangnya, atau wakilnya yang sah."
      />
      <PersonSearch text={text} isEmpty={people.length === 0} />
      {people.length > 0 && <RequestFields form={form} fields={fields} people={people} cancelHref={LIST} />}
    </>
  );
}
