import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { endOtherSessions } from "../end-other-sessions.server.ts";
import { getOwnFactors } from "../second-factor.server.ts";
import { OVERSEER_WORDS, roleName } from "../words.ts";

export const loader = oversightLoader(async ({ ctx }) => {
  const { name, kind, regencyName } = ctx.overseer;
  const { totp, passkeys } = await getOwnFactors(ctx);
  return {
    name,
    base: oversightBase(kind),
    role: roleName(ctx.overseer, regencyName),
    hasTotp: totp.confirmedAt !== null,
    passkeyCount: passkeys.length,
  };
});

export const action = oversightAction(async ({ ctx }) => {
  await endOtherSessions(ctx);
  const here = `${oversightBase(ctx.overseer.kind)}/akun`;
  return redirectWithFlash(ctx.config, here, OVERSEER_WORDS.othersEnded);
});

export default function OwnOverseerAccount() {
  const { name, role, base, hasTotp, passkeyCount } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Akun saya</title>
      <PageHeader title="Akun saya" lead={`${name}, ${role}`} />
      <TaskList
        label="Keamanan"
        items={[
          {
            key: "sandi",
            href: `${base}/akun/kata-sandi`,
            title: "Ganti kata sandi",
            meta: "Akun Anda keluar dari perangkat lain.",
          },
          {
            key: "kode",
            href: `${base}/akun/kode`,
            title: "Kode autentikator",
            meta: hasTotp ? "Terpasang. Ganti bila ponsel Anda berganti." : "Belum terpasang.",
          },
          {
            key: "kunci",
            href: `${base}/akun/kunci-sandi`,
            title: "Kunci sandi",
            meta: passkeyCount > 0 ? `${passkeyCount} terpasang.` : "Belum terpasang.",
          },
        ]}
      />
      <form method="post" className="mt-8">
        <SubmitKey />
        <Button variant="secondary">Keluarkan dari perangkat lain</Button>
      </form>
    </>
  );
}
