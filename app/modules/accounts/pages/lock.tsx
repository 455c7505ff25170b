import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { IDLE_LOCK_MINUTES } from "#app/platform/sessions/idle-lock.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { lockSession } from "../lock-session.server.ts";

export const action = officeAction(async ({ ctx }) => {
  await lockSession(ctx);
  return seeOther("/kantor/terkunci");
});

export default function Lock() {
  return (
    <>
      <title>Kunci layar</title>
      <PageHeader
        title="Kunci layar"
        lead={`Untuk meninggalkan komputer bersama sebentar. Tanpa dikunci, layar terkunci sendiri setelah ${IDLE_LOCK_MINUTES} menit tidak dipakai.`}
      />
      <form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button icon="lock">Kunci sekarang</Button>
        <ButtonLink href="/kantor" variant="quiet">
          Batal
        </ButtonLink>
      </form>
    </>
  );
}
