import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { listOwnSessions } from "../own-account.server.ts";
import { revokeOtherSessions, revokeSession } from "../revoke-session.server.ts";
import { ACCOUNT_WORDS } from "../words.ts";

const HERE = "/kantor/akun/sesi";

export const loader = officeLoader(async ({ ctx }) => ({
  sessions: await listOwnSessions(ctx),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(async ({ ctx, form }) => {
  const sessionId = form.get("sesi");
  if (typeof sessionId === "string") {
    await revokeSession(ctx, sessionId);
    return redirectWithFlash(ctx.config, HERE, ACCOUNT_WORDS.sessionRevoked);
  }
  await revokeOtherSessions(ctx);
  return redirectWithFlash(ctx.config, HERE, ACCOUNT_WORDS.othersRevoked);
});

type Row = Awaited<ReturnType<typeof listOwnSessions>>[number];

function RevokeButton({ row }: { row: Row }) {
  if (row.isThis) return <StatusBadge tone="good">Sesi ini</StatusBadge>;
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="sesi" value={row.id} />
      <Button variant="secondary">Keluarkan</Button>
    </form>
  );
}

export default function OwnSessions() {
  const { sessions, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Sesi masuk</title>
      <PageHeader
        title="Sesi masuk"
        back={{ href: "/kantor/akun", label: "Akun saya" }}
        lead="Ponsel dan komputer yang sedang memakai akun Anda. Keluarkan yang tidak Anda kenal, lalu ganti kata sandi."
      />
      <DataTable<Row>
        caption="Ponsel dan komputer yang memakai akun Anda"
        captionHidden
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          { key: "device", label: "Ponsel atau komputer", rowHeader: true, render: (row) => row.device },
          {
            key: "seen",
            label: "Terakhir dipakai",
            render: (row) => <DateTimeText at={new Date(row.lastSeenAt)} zone={zone} />,
          },
          {
            key: "since",
            label: "Masuk sejak",
            render: (row) => <DateTimeText at={new Date(row.createdAt)} zone={zone} />,
          },
          {
            key: "action",
            label: "Tindakan",
            labelHidden: true,
            render: (row) => <RevokeButton row={row} />,
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" className="mt-6">
          <SubmitKey />
          <Button variant="danger">Keluarkan semua yang lain</Button>
        </form>
      )}
    </>
  );
}
