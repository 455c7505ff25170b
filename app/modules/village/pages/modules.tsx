import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { isModuleOn, MODULES, type ModuleSwitch } from "#app/registry.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, CardGrid } from "#app/ui/card.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { BACK_TO_SETTINGS } from "../components/settings-form.tsx";
import { SwitchModuleInput } from "../input.ts";
import { listSwitches } from "../list-switches.server.ts";
import { switchModule } from "../switch-module.server.ts";
import { SETTINGS_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx }) => {
  const rows = await listSwitches(ctx);
  const switches = new Map(rows.map((row) => [row.module, row.isOn]));
  return MODULES.map((module) => {
    const row = rows.find((each) => each.module === module.key);
    const at = row && formatDateTime(Date.parse(row.changedAt), ctx.tenant.timeZone);
    return { module, isOn: isModuleOn(module.key, switches), changed: row && { at, by: row.changedBy } };
  });
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, SwitchModuleInput, async (input) => {
    const { name } = await switchModule(ctx, input, MODULES);
    const sentence = input.nyala ? SETTINGS_WORDS.switchedOn(name) : SETTINGS_WORDS.switchedOff(name);
    return redirectWithFlash(ctx.config, "/kantor/pengaturan/modul", sentence);
  }),
);

export default function Modules() {
  const modules = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Bagian yang dipakai</title>
      <PageHeader
        title="Bagian yang dipakai"
        lead="Nyalakan yang desa perlukan. Bagian yang dimatikan tidak tampil, datanya tetap tersimpan."
        back={BACK_TO_SETTINGS}
      />
      {reply && <Notice tone="danger">Pilihan ini tidak terbaca. Muat ulang halaman, lalu coba lagi.</Notice>}
      <CardGrid>
        {modules.map(({ module, isOn, changed }) => (
          <Card
            key={module.key}
            title={module.name}
            badge={<StatusBadge tone={isOn ? "good" : "neutral"}>{isOn ? "Menyala" : "Mati"}</StatusBadge>}
            actions={<SwitchForm module={module} isOn={isOn} />}
          >
            <p>{module.purpose}</p>
            <p className="text-sm text-ink-soft">
              {changed ? `Diubah ${changed.by ?? "Balai"}, ${changed.at}.` : "Belum pernah diubah."}
            </p>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}

function SwitchForm({ module, isOn }: { module: ModuleSwitch; isOn: boolean }) {
  return (
    <form method="post">
      <SubmitKey />
      <Hidden name="modul" value={module.key} />
      <Button type="submit" name="nyala" value={isOn ? "tidak" : "ya"} variant="secondary">
        {isOn ? "Matikan" : "Nyalakan"} {module.name}
      </Button>
    </form>
  );
}
