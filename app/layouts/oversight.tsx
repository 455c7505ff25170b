import { Outlet, useLoaderData } from "react-router";
import { readFlash } from "#app/platform/http/flash.ts";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { Flash } from "#app/ui/notice.tsx";
import { oversightNav } from "./oversight-nav.ts";

export const loader = oversightLoader(({ ctx, request, url }) => {
  const { overseer } = ctx;
  const nav = oversightNav(overseer, url.pathname);
  const { name, kind, regencyName, isAdmin } = overseer;
  return { nav, name, kind, regencyName, isAdmin, flash: readFlash(ctx.config, request) };
});

/** The frame of those who work above the villages: operators, and people of a kabupaten. */
export default function OversightLayout() {
  const { nav, name, kind, regencyName, isAdmin, flash } = useLoaderData<typeof loader>();
  const base = oversightBase(kind);
  const position = kind === "operator" ? "Operator Balai" : isAdmin ? "Admin kabupaten" : "Petugas kabupaten";
  const place = kind === "operator" ? "Ruang operator" : (regencyName ?? "Ruang kabupaten");
  return (
    <AppShell
      brand={{ href: base, name: "Balai", place }}
      user={{ name, position }}
      nav={nav}
      bar={nav.flatMap((group) => group.items).slice(0, 4)}
      signOutAction={`${base}/keluar`}
      accountLinks={[{ href: `${base}/akun`, label: "Akun saya" }]}
      banner={flash && <Flash>{flash}</Flash>}
    >
      <Outlet />
    </AppShell>
  );
}
