import { parseWithZod } from "@conform-to/zod/v4";
import { useActionData, useLoaderData } from "react-router";
import { LimitError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { data, portalAction, portalLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { claimNumber } from "../claim-rules.ts";
import { ContestForm } from "../components/contest-form.tsx";
import { contestVillage } from "../contest-village.server.ts";
import { ContestInput } from "../input.ts";
import { loadContestForm } from "../load-contest-form.server.ts";
import { TRUST_WORDS } from "../words.ts";

export const loader = portalLoader(async ({ ctx, url }) => ({
  village: await loadContestForm(ctx, url.searchParams.get("kode")),
}));

export const action = portalAction(async ({ ctx, form }) => {
  try {
    return await submitForm(form, ContestInput, async (input) => {
      const id = await contestVillage(ctx, input);
      const to = `/sanggah?kode=${input.kode_desa}`;
      return redirectWithFlash(ctx.config, to, TRUST_WORDS.contestFiled(claimNumber(id)));
    });
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    const reply = parseWithZod(form, { schema: ContestInput }).reply({ formErrors: [error.message] });
    return data(reply, { status: 429, headers: { "retry-after": String(error.retryAfterSeconds) } });
  }
});

/** Carries the time to come back, which an action's answer would lose. */
export function headers({ actionHeaders }: { actionHeaders: Headers }) {
  return actionHeaders;
}

export default function Contest() {
  const { village } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Sanggah pendaftaran desa - Balai</title>
      <PageHeader
        title="Sanggah pendaftaran desa"
        back={{ href: village ? `/daftar?kode=${village.code}` : "/daftar", label: "Kembali" }}
        lead={village ? `Desa ${village.name}, ${village.place}` : undefined}
      />
      <div className="flex flex-col gap-6">
        {village || reply ? (
          <>
            <Notice>
              Untuk perangkat desa yang mendapati desanya didaftarkan orang lain. Petugas kabupaten atau
              pengelola Balai memeriksanya. Bila diterima, pendaftaran lama dicabut dan Anda mendapat tautan
              untuk mendaftarkan desa.
            </Notice>
            {village?.isVerified && (
              <Notice tone="warning">
                Desa ini sudah terverifikasi. Sanggahan atasnya diperiksa oleh pengelola Balai.
              </Notice>
            )}
            <ContestForm code={village?.code ?? ""} reply={reply} />
          </>
        ) : (
          <Notice
            tone="warning"
            actions={
              <a href="/daftar" className="inline-flex min-h-11 items-center">
                Cari desa
              </a>
            }
          >
            {TRUST_WORDS.notTaken}
          </Notice>
        )}
      </div>
    </>
  );
}
