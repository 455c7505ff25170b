import { useLoaderData } from "react-router";
import { deviceFrom } from "#app/platform/http/device.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { forgetDevice, listOwnDevices } from "../own-devices.server.ts";
import { DEVICE_WORDS } from "../words.ts";

const HERE = "/kantor/akun/perangkat";

export const loader = officeLoader(async ({ ctx, request }) => ({
  devices: await listOwnDevices(ctx, deviceFrom(ctx.config, request).token),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(async ({ ctx, form }) => {
  const mark = form.get("perangkat");
  await forgetDevice(ctx, typeof mark === "string" ? mark : "");
  return redirectWithFlash(ctx.config, HERE, DEVICE_WORDS.forgotten);
});

type Row = Awaited<ReturnType<typeof listOwnDevices>>[number];

function ForgetButton({ row }: { row: Row }) {
  if (row.isThis) return <StatusBadge tone="good">Perangkat ini</StatusBadge>;
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="perangkat" value={row.mark} />
      <Button variant="secondary">Lupakan</Button>
    </form>
  );
}

export default function OwnDevices() {
  const { devices, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Perangkat yang dikenal</title>
      <PageHeader
        title="Perangkat yang dikenal"
        back={{ href: "/kantor/akun", label: "Akun saya" }}
        lead="Ponsel dan komputer yang pernah dipakai masuk ke akun Anda. Anda diberi tahu bila ada yang baru. Untuk mengeluarkan perangkat yang sedang masuk, gunakan Sesi masuk."
      />
      <DataTable<Row>
        caption="Perangkat yang dikenal"
        captionHidden
        rows={devices}
        rowKey={(row) => row.mark}
        empty={
          <EmptyState icon="lock" title="Belum ada perangkat">
            Perangkat tercatat saat Anda masuk lain kali.
          </EmptyState>
        }
        columns={[
          { key: "device", label: "Perangkat", rowHeader: true, render: (row) => row.device },
          {
            key: "last",
            label: "Terakhir masuk",
            render: (row) => <DateTimeText at={new Date(row.lastSeenAt)} zone={zone} />,
          },
          {
            key: "first",
            label: "Pertama kali",
            render: (row) => <DateTimeText at={new Date(row.firstSeenAt)} zone={zone} />,
          },
          { key: "action", label: "Tindakan", render: (row) => <ForgetButton row={row} /> },
        ]}
      />
    </>
  );
}
