import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { dismissAccount } from "../dismiss-account.server.ts";
import { reinstateAccount } from "../reinstate-account.server.ts";
import { getPerson } from "../roster.server.ts";
import { PEOPLE_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { id, name, state } = await getPerson(ctx, params.id ?? "");
  return { id, name, state };
});

export const action = officeAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  if (form.get("langkah") === "aktifkan") {
    const { name } = await reinstateAccount(ctx, id);
    return redirectWithFlash(ctx.config, `/kantor/perangkat/${id}`, PEOPLE_WORDS.reinstated(name));
  }
  const { name } = await dismissAccount(ctx, id);
  return redirectWithFlash(ctx.config, "/kantor/perangkat", PEOPLE_WORDS.dismissedNow(name));
});

export default function PersonAccount() {
  const { id, name, state } = useLoaderData<typeof loader>();
  const isActive = state === "active";
  const title = isActive ? "Berhentikan akun" : "Aktifkan lagi akun";
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} back={{ href: `/kantor/perangkat/${id}`, label: name }} />
      <Notice tone={isActive ? "warning" : "info"}>
        {isActive
          ? `Semua jabatan ${name} berakhir hari ini, ia keluar dari semua ponsel dan komputer, dan undangan yang dibuatnya dibatalkan. Riwayat pekerjaannya tetap tersimpan.`
          : `${name} dapat masuk lagi dengan kata sandi lamanya, tanpa jabatan apa pun. Berikan jabatan setelahnya.`}
      </Notice>
      <form method="post" className="mt-6 flex flex-col gap-3 sm:flex-row">
        <SubmitKey />
        <Button
          name="langkah"
          value={isActive ? "berhentikan" : "aktifkan"}
          variant={isActive ? "danger" : "primary"}
        >
          {title}
        </Button>
        <ButtonLink href={`/kantor/perangkat/${id}`} variant="quiet">
          Batal
        </ButtonLink>
      </form>
    </>
  );
}
