import { isModuleOn } from "#app/registry.ts";
import { CardGrid } from "#app/ui/card.tsx";
import { Icon, type IconName } from "#app/ui/icons.tsx";

export interface FrontLink {
  href: string;
  label: string;
  note: string;
  icon: IconName;
}

/** What people come for, where the village offers it: services first, then what it owes everybody. */
export function frontLinks(
  switches: ReadonlyMap<string, boolean>,
  { budgetYear }: { budgetYear: number | null },
): FrontLink[] {
  const isOn = (key: string) => isModuleOn(key, switches);
  const all: (FrontLink & { isShown: boolean })[] = [
    {
      href: "/pelayanan",
      label: "Layanan dan surat",
      note: "Syarat, waktu, dan biaya",
      icon: "file",
      isShown: true,
    },
    {
      href: "/warga",
      label: "Layanan warga",
      note: "Minta surat dari ponsel",
      icon: "user",
      isShown: isOn("resident-accounts"),
    },
    {
      href: "/lacak",
      label: "Lacak permintaan",
      note: "Dengan kode pada tanda terima",
      icon: "search",
      isShown: true,
    },
    {
      href: "/pengaduan",
      label: "Pengaduan",
      note: "Sampaikan keluhan dan saran",
      icon: "chat",
      isShown: isOn("complaints"),
    },
    {
      href: "/informasi-publik",
      label: "Informasi publik",
      note: "Dokumen desa, dan cara memintanya",
      icon: "info",
      isShown: isOn("information"),
    },
    {
      href: budgetYear === null ? "/anggaran" : `/anggaran/${budgetYear}`,
      label: "Anggaran desa",
      note: budgetYear === null ? "Poster APBDes" : `Poster APBDes ${budgetYear}`,
      icon: "coins",
      isShown: isOn("portal") && budgetYear !== null,
    },
    {
      href: "/program-kerja",
      label: "Program kerja",
      note: "Kegiatan tahun ini dan kemajuannya",
      icon: "list",
      isShown: isOn("programme"),
    },
    {
      href: "/statistik",
      label: "Statistik penduduk",
      note: "Jumlah dan sebaran, tanpa nama",
      icon: "chart",
      isShown: isOn("registers"),
    },
  ];
  return all.filter(({ isShown }) => isShown).map(({ isShown: _, ...link }) => link);
}

/** Large targets for a thumb, in as many columns as fit. */
export function FrontLinks({ links }: { links: readonly FrontLink[] }) {
  return (
    <nav aria-label="Layanan desa">
      <CardGrid>
        {links.map(({ href, label, note, icon }) => (
          <div
            key={href}
            className="relative flex min-h-16 items-center gap-3 rounded-md border border-line p-4 hover:bg-mist"
          >
            <Icon name={icon} className="size-7 text-sogan" />
            <div className="min-w-0">
              <a href={href} className="font-semibold after:absolute after:inset-0">
                {label}
              </a>
              <p className="text-sm text-ink-soft">{note}</p>
            </div>
          </div>
        ))}
      </CardGrid>
    </nav>
  );
}
