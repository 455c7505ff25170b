import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { oversightAction, oversightLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { changeCanary } from "../change-village.server.ts";
import { History } from "../components/history.tsx";
import { Part } from "../components/part.tsx";
import { VillageActions } from "../components/village-actions.tsx";
import { VillageBadges } from "../components/village-badges.tsx";
import { VillageBackups, VillageErasure, VillageRestores } from "../components/village-copies.tsx";
import { VillageSummary } from "../components/village-summary.tsx";
import { VillageTrouble } from "../components/village-trouble.tsx";
import { loadVillage } from "../load-village.server.ts";
import { CONSOLE_WORDS } from "../words.ts";

export const loader = oversightLoader(async ({ ctx, params }) => {
  const facts = await loadVillage(ctx, params.id ?? "");
  const { publicScheme, baseHost } = ctx.config;
  // Hosts stand in the directory without the port that this machine serves at.
  const port = /:\d+$/.exec(baseHost)?.[0] ?? "";
  return { ...facts, addressOf: { scheme: publicScheme, port } };
});

export const action = oversightAction(async ({ ctx, params, form }) => {
  const id = params.id ?? "";
  const isCanary = form.get("kenari") === "ya";
  const { name } = await changeCanary(ctx, id, isCanary);
  const said = isCanary ? CONSOLE_WORDS.canaryOn(name) : CONSOLE_WORDS.canaryOff(name);
  return redirectWithFlash(ctx.config, `/operator/desa/${id}`, said);
});

export default function Village() {
  const facts = useLoaderData<typeof loader>();
  const { village, history } = facts;
  const here = `/operator/desa/${village.id}`;
  return (
    <>
      <title>{`Desa ${village.name}`}</title>
      <PageHeader
        title={`Desa ${village.name}`}
        back={{ href: "/operator/desa", label: "Desa" }}
        badge={<VillageBadges village={village} />}
        actions={
          village.state === "active" || village.state === "suspended" ? (
            <ButtonLink href={`${here}/pemulihan`} icon="user">
              Pulihkan akun Kepala Desa
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="flex flex-col gap-8">
        <VillageTrouble {...facts} />
        <VillageErasure erasure={facts.erasure} />
        <VillageSummary {...facts} />
        {village.state !== "erased" && <VillageActions village={village} />}
        <VillageBackups backups={facts.backups} />
        <VillageRestores restores={facts.restores} />
        <Part id="riwayat" title="Riwayat">
          {history.length === 0 ? (
            <EmptyState icon="clock" title="Belum ada riwayat">
              Yang diputuskan atas desa ini tercatat di sini.
            </EmptyState>
          ) : (
            <History rows={history} />
          )}
        </Part>
      </div>
    </>
  );
}
