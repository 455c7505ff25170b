import { Outlet, useLoaderData } from "react-router";
import { readFlash } from "#app/platform/http/flash.ts";
import { anyLoader } from "#app/platform/http/handlers.ts";
import { Flash } from "#app/ui/notice.tsx";
import { PortalShell } from "#app/ui/site-shell.tsx";

export const loader = anyLoader(({ ctx, request, url }) => ({
  flash: readFlash(ctx.config, request),
  path: url.pathname,
}));

const NAV = [
  { href: "/", label: "Cari desa" },
  { href: "/daftar", label: "Daftarkan desa" },
];

export default function PortalLayout() {
  const { flash, path } = useLoaderData<typeof loader>();
  const here = path === "/portal" ? "/" : path;
  return (
    <PortalShell
      nav={NAV.map((item) => ({ ...item, current: item.href === here }))}
      banner={flash && <Flash>{flash}</Flash>}
      footer={<p>Balai membantu seksi pemerintahan desa merencanakan, melayani, dan melaporkan.</p>}
    >
      <Outlet />
    </PortalShell>
  );
}
