import { Outlet, useLoaderData, useMatches } from "react-router";
import { readFlash } from "#app/platform/http/flash.ts";
import { villageLoader } from "#app/platform/http/handlers.ts";
import { Flash } from "#app/ui/notice.tsx";
import type { BrandProps } from "#app/ui/shell-parts.tsx";
import { PublicShell } from "#app/ui/site-shell.tsx";

export const loader = villageLoader(({ ctx, request, url }) => ({
  name: ctx.tenant.name,
  isVerified: ctx.tenant.isVerified,
  flash: readFlash(ctx.config, request),
  path: url.pathname,
}));

const NAV = [
  { href: "/", label: "Beranda" },
  { href: "/pelayanan", label: "Layanan" },
  { href: "/berita", label: "Berita" },
  { href: "/agenda", label: "Agenda" },
  { href: "/anggaran", label: "Anggaran" },
  { href: "/program-kerja", label: "Program kerja" },
  { href: "/informasi-publik", label: "Informasi publik" },
  { href: "/kontak", label: "Kontak" },
];

export default function VillageLayout() {
  const { name, isVerified, flash, path } = useLoaderData<typeof loader>();
  const page = useMatches().at(-1)?.loaderData;
  return (
    <PublicShell
      brand={brandFrom(page) ?? { href: "/", name: `Desa ${name}` }}
      nav={isVerified ? NAV.map((item) => ({ ...item, current: isCurrent(item.href, path) })) : []}
      banner={flash && <Flash>{flash}</Flash>}
      action={
        <a href="/masuk" className="inline-flex min-h-11 items-center">
          Masuk kantor
        </a>
      }
    >
      <Outlet />
    </PublicShell>
  );
}

/** A page that read the profile returns `brand` with local term and emblem; the layout asks the database nothing. */
function brandFrom(page: unknown): BrandProps | null {
  const brand = typeof page === "object" && page !== null && "brand" in page ? page.brand : null;
  return typeof brand === "object" && brand !== null ? (brand as BrandProps) : null;
}

function isCurrent(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
