import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DecideForm } from "../components/decide-form.tsx";
import { decideRegistration } from "../decide-registration.server.ts";
import { DecideInput } from "../input.ts";
import { idParam } from "../params.ts";
import { loadRegistration } from "../registrations.server.ts";
import { REGISTRATION_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadRegistration(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, DecideInput, async (input) => {
    await decideRegistration(ctx, idParam(params), input);
    const sentence = input.putusan === "terima" ? REGISTRATION_WORDS.accepted : REGISTRATION_WORDS.refused;
    return redirectWithFlash(ctx.config, "/kantor/akun-warga", sentence);
  }),
);

export default function Registration() {
  const { typed, match, photo, version } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isSame = match?.birthDate === typed.birthDate;
  return (
    <>
      <title>Pendaftaran akun</title>
      <PageHeader
        title="Pendaftaran akun"
        lead="Cocokkan foto, isian, dan data penduduk. Foto dan isian dihapus begitu diputuskan."
        back={{ href: "/kantor/akun-warga", label: "Layanan warga" }}
      />
      <div className="flex flex-col gap-6">
        {photo && (
          <a href={photo}>
            <img
              src={photo}
              alt="Foto KTP pendaftar"
              width="320"
              height="200"
              className="max-h-80 w-full max-w-md rounded-sm border border-line object-contain"
            />
          </a>
        )}
        <DefinitionList
          items={[
            { term: "NIK yang diisi", value: typed.nik },
            { term: "Nama yang diisi", value: typed.name },
            { term: "Tanggal lahir yang diisi", value: formatDate(typed.birthDate) },
            { term: "Telepon", value: typed.phone },
            { term: "Nama di data penduduk", value: match?.name ?? "tidak ditemukan" },
            {
              term: "Tanggal lahir di data penduduk",
              value: match?.birthDate ? formatDate(match.birthDate) : "tidak tercatat",
            },
          ]}
        />
        {!match && <Notice tone="warning">{REGISTRATION_WORDS.noMatch}</Notice>}
        {match?.hasAccount && <Notice tone="warning">{REGISTRATION_WORDS.hasAccount}</Notice>}
        {match && !match.hasAccount && !isSame && (
          <Notice tone="warning">Tanggal lahirnya tidak sama dengan data penduduk.</Notice>
        )}
        <DecideForm
          version={version}
          reply={reply}
          accept="Terima, buka akunnya"
          mayAccept={match !== null && !match.hasAccount}
        />
      </div>
    </>
  );
}
