import { Outlet, useLoaderData } from "react-router";
import { readFlash } from "#app/platform/http/flash.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { Flash } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/site-shell.tsx";

export const loader = villageLoader(({ ctx, request, url }) => ({
  name: ctx.tenant.name,
  isVerified: ctx.tenant.isVerified,
  flash: readFlash(ctx.config, request),
  path: url.pathname,
}));

const NAV = [
  { href: "/", label: "Beranda" },
  { href: "/program-kerja", label: "Program kerja" },
];

export default function VillageLayout() {
  const { name, isVerified, flash, path } = useLoaderData<typeof loader>();
  return (
    <PublicShell
      brand={{ href: "/", name: `Desa ${name}` }}
      nav={isVerified ? NAV.map((item) => ({ ...item, current: item.href === path })) : []}
      banner={flash && <Flash>{flash}</Flash>}
      action={<a href="/masuk">Masuk kantor</a>}
    >
      <Outlet />
    </PublicShell>
  );
}
