import type { ReactNode } from "react";
import { positionTitle } from "#app/modules/accounts/words.ts";
import type { OfficeFacts } from "#app/platform/http/office-facts.ts";
import { isModuleOn, MODULES } from "#app/registry.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { officeBar, officeNav } from "./office-nav.ts";

export interface OfficeFrameProps {
  facts: OfficeFacts;
  banner?: ReactNode;
  children: ReactNode;
}

/** The office around a page, or around what is shown in its place. */
export function OfficeFrame({ facts, banner, children }: OfficeFrameProps) {
  const switches = new Map(facts.switches);
  const modulesOn = MODULES.filter((each) => isModuleOn(each.key, switches)).map((each) => each.key);
  const nav = officeNav({ ...facts, modulesOn });
  const position = facts.positions.map((held) => positionTitle(held.position, held.status, facts)).join(", ");
  return (
    <AppShell
      brand={{
        href: "/kantor",
        name: `${facts.villageTerm} ${facts.villageName}`,
        place: facts.districtName === null ? undefined : `Kec. ${facts.districtName}`,
      }}
      user={{ name: facts.userName, position }}
      nav={nav}
      bar={officeBar(nav, facts.permissions)}
      switchHref="/kantor/ganti-pengguna"
      signOutAction="/keluar"
      accountLinks={[
        { href: "/kantor/akun", label: "Akun saya" },
        { href: "/kantor/kunci", label: "Kunci layar" },
      ]}
      banner={banner}
    >
      {children}
    </AppShell>
  );
}
