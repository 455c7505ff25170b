import { Outlet, useLoaderData } from "react-router";
import { readFlash } from "#app/platform/http/flash.ts";
import { residentLoader } from "#app/platform/http/handlers.ts";
import { Button } from "#app/ui/button.tsx";
import { IslandScript } from "#app/ui/island.tsx";
import { Flash, Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/site-shell.tsx";
import { residentNav } from "./resident-nav.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "balai-resident": { owner: string; children: ReactNode };
    }
  }
}

export const loader = residentLoader(({ ctx, request, url, residentFrame }) => {
  const profile = residentFrame?.profile;
  return {
    brand: {
      name: `${profile?.villageTerm ?? "Desa"} ${profile?.name ?? ctx.tenant.name}`,
      place: profile?.districtName ? `Kec. ${profile.districtName}` : null,
    },
    nav: residentNav(residentFrame?.switches ?? new Map(), url.pathname),
    flash: readFlash(ctx.config, request),
    owner: ctx.resident.accountId,
  };
});

/** A resident's own pages: few, for a phone, without the office's frame. */
export default function ResidentLayout() {
  const { brand, nav, flash, owner } = useLoaderData<typeof loader>();
  return (
    <PublicShell
      brand={{ href: "/warga", name: brand.name, place: brand.place ?? undefined }}
      nav={nav}
      banner={flash && <Flash>{flash}</Flash>}
      action={
        <balai-resident owner={owner}>
          <form method="post" action="/warga/keluar">
            <Button variant="secondary">Keluar</Button>
          </form>
          <IslandScript name="resident" />
        </balai-resident>
      }
    >
      <div id="belum-terkirim" hidden className="mb-6">
        <Notice tone="warning">
          Ada kiriman yang belum terkirim dari ponsel ini. <a href="/warga">Buka halamannya</a> agar dikirim
          sekarang.
        </Notice>
      </div>
      <Outlet />
    </PublicShell>
  );
}
