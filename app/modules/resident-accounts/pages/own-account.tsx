import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { endDevice, listResidentDevices } from "../own-devices.server.ts";
import { ACCOUNT_WORDS } from "../words.ts";

export const loader = residentLoader(async ({ ctx }) => ({
  devices: await listResidentDevices(ctx),
  zone: ctx.tenant.timeZone,
}));

export const action = residentAction(async ({ ctx, form }) => {
  await endDevice(ctx, String(form.get("sesi") ?? ""));
  return redirectWithFlash(ctx.config, "/warga/akun", ACCOUNT_WORDS.sessionEnded);
});

type Device = Awaited<ReturnType<typeof listResidentDevices>>[number];

export default function OwnAccount() {
  const { devices, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Akun saya</title>
      <PageHeader
        title="Akun saya"
        lead="Ponsel dan komputer yang sedang memakai akun Anda. Keluarkan yang tidak Anda kenal, lalu ganti PIN."
        actions={
          <ButtonLink href="/warga/akun/pin" icon="lock">
            Ganti PIN
          </ButtonLink>
        }
      />
      <DataTable<Device>
        caption="Ponsel dan komputer yang memakai akun Anda"
        captionHidden
        rows={devices}
        rowKey={(row) => row.id}
        columns={[
          { key: "device", label: "Ponsel atau komputer", rowHeader: true, render: (row) => row.device },
          {
            key: "seen",
            label: "Terakhir dipakai",
            render: (row) => <DateTimeText at={new Date(row.lastSeenAt)} zone={zone} />,
          },
          { key: "end", label: "Tindakan", labelHidden: true, render: (row) => <EndButton row={row} /> },
        ]}
      />
    </>
  );
}

function EndButton({ row }: { row: Device }) {
  if (row.isThis) return <StatusBadge tone="good">Yang ini</StatusBadge>;
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="sesi" value={row.id} />
      <Button variant="secondary">Keluarkan</Button>
    </form>
  );
}
