import { useActionData, useLoaderData } from "react-router";
import { localPhone } from "#app/modules/accounts/identity-rules.ts";
import { whatsAppAddress } from "#app/modules/accounts/link-rules.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { type Candidate, ChoosePerson, type Prepared, RecoverySteps } from "../components/recovery-steps.tsx";
import {
  findRecoverable,
  getRecoveryVillage,
  recordRecoveryNotice,
  recoverHead,
} from "../recover-head.server.ts";
import { RECOVER_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params }) => {
  const { id, name, regionCode } = await getRecoveryVillage(ctx, params.id ?? "");
  const isOperator = ctx.overseer.kind === "operator";
  const back = isOperator
    ? { href: `/operator/desa/${id}`, label: `Desa ${name}` }
    : { href: oversightBase(ctx.overseer.kind), label: "Ringkasan" };
  return { name, regionCode, back };
});

export const action = oversightAction(async ({ ctx, params, form, url }) => {
  const id = params.id ?? "";
  const step = form.get("langkah");
  const textOf = (field: string) => String(form.get(field) ?? "");
  if (step === "terkirim") {
    await recordRecoveryNotice(ctx, id, textOf("pemulihan"));
    return redirectWithFlash(ctx.config, url.pathname, RECOVER_WORDS.recorded);
  }
  if (step !== "buat") return { people: await findRecoverable(ctx, id) };
  const village = await getRecoveryVillage(ctx, id);
  const made = await recoverHead(ctx, id, textOf("akun"));
  const { publicScheme, baseHost } = ctx.config;
  const link = `${publicScheme}://${village.slug}.${baseHost}/masuk/pemulihan/${made.token}`;
  const message = RECOVER_WORDS.message(made.name, village.name);
  const prepared: Prepared = {
    id: made.id,
    name: made.name,
    text: made.token ? RECOVER_WORDS.linkText(village.name, link) : null,
    message,
    phone: made.phone && localPhone(made.phone),
    messageHref: made.phone ? whatsAppAddress(message, made.phone) : null,
  };
  return { prepared };
});

export default function RecoverHead() {
  const { name, regionCode, back } = useLoaderData<typeof loader>();
  const answer = useActionData() as { people: Candidate[] } | { prepared: Prepared } | undefined;
  return (
    <>
      <title>Pulihkan akun Kepala Desa</title>
      <PageHeader title="Pulihkan akun Kepala Desa" back={back} lead={`Desa ${name} (${regionCode})`} />
      {answer === undefined && (
        <div className="flex max-w-text flex-col gap-4">
          <Notice>
            Untuk Kepala Desa yang kehilangan kata sandi atau pengaman keduanya. Pastikan dahulu, lewat
            telepon kantor desa atau surat, bahwa Kepala Desa sendiri yang memintanya. Orang lain di desa itu
            dibantu Sekretaris Desa.
          </Notice>
          <form method="post">
            <Hidden name="langkah" value="cari" />
            <Button icon="search">Cari akun Kepala Desa</Button>
          </form>
        </div>
      )}
      {answer && "people" in answer && <ChoosePerson people={answer.people} />}
      {answer && "prepared" in answer && <RecoverySteps prepared={answer.prepared} />}
    </>
  );
}
