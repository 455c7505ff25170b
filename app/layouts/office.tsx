import { Outlet, useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { readFlash } from "#app/platform/http/flash.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { isModuleOn, MODULES } from "#app/registry.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { Flash, Notice } from "#app/ui/notice.tsx";
import { officeBar, officeNav } from "./office-nav.ts";

export const loader = officeLoader(({ ctx, request, url, frame }) => ({
  villageName: frame?.profile?.name ?? ctx.tenant.name,
  villageTerm: frame?.profile?.villageTerm ?? "Desa",
  place: frame?.profile ? `Kec. ${frame.profile.districtName}` : undefined,
  isVerified: ctx.tenant.isVerified,
  userName: ctx.actor.name,
  userPosition: ctx.actor.positions
    .map((held) => positionTitle(held.position, held.status, frame?.profile))
    .join(", "),
  permissions: [...ctx.actor.permissions],
  modulesOn: MODULES.filter((each) => isModuleOn(each.key, frame?.switches ?? new Map())).map(
    (each) => each.key,
  ),
  unreadCount: frame?.unreadCount ?? 0,
  flash: readFlash(ctx.config, request),
  path: url.pathname,
}));

export default function OfficeLayout() {
  const frame = useLoaderData<typeof loader>();
  const nav = officeNav(frame);
  return (
    <AppShell
      brand={{ href: "/kantor", name: `${frame.villageTerm} ${frame.villageName}`, place: frame.place }}
      user={{ name: frame.userName, position: frame.userPosition }}
      nav={nav}
      bar={officeBar(nav)}
      switchHref="/kantor/ganti-pengguna"
      signOutAction="/keluar"
      accountLinks={[
        { href: "/kantor/akun", label: "Akun saya" },
        { href: "/kantor/kunci", label: "Kunci layar" },
      ]}
      banner={
        <>
          {!frame.isVerified && (
            <Notice tone="info">
              Pendaftaran desa belum terverifikasi. Kantor sudah dapat dipakai; halaman untuk umum belum
              tampil.
            </Notice>
          )}
          {frame.flash && <Flash>{frame.flash}</Flash>}
        </>
      }
    >
      <Outlet />
    </AppShell>
  );
}
