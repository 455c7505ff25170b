import type { ReactNode } from "react";
import { Icon } from "#app/ui/icons.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { VillageHit } from "../find-villages.server.ts";

/** Villages as rows: the whole row of a village leads to its site, or to its sign-up. */
export function VillageList({ villages, label }: { villages: readonly VillageHit[]; label: string }) {
  return (
    <ul aria-label={label} className="flex max-w-text flex-col border-t border-line">
      {villages.map((village) => (
        <VillageRow key={village.code} village={village} />
      ))}
    </ul>
  );
}

function VillageRow({ village }: { village: VillageHit }) {
  const { code, name, place, href } = village;
  return (
    <li className="relative flex min-h-14 items-center gap-3 border-b border-line py-3 has-[a]:hover:bg-mist">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1 sm:flex-row sm:items-center sm:justify-between sm:gap-4">
        <div className="min-w-0">
          {href ? (
            <a href={href} className="font-semibold after:absolute after:inset-0">
              {name}
            </a>
          ) : (
            <span className="font-semibold">{name}</span>
          )}
          <p className="text-sm text-ink-soft">
            {place && <>{place} &middot; </>}
            <span className="whitespace-nowrap">{code}</span>
          </p>
        </div>
        {(place || village.state !== "open") && <div className="flex-none">{BADGES[village.state]}</div>}
      </div>
      {href && <Icon name="arrow-right" className="text-laut" />}
    </li>
  );
}

const BADGES: Record<VillageHit["state"], ReactNode> = {
  active: <StatusBadge tone="good">Sudah terdaftar</StatusBadge>,
  busy: <StatusBadge tone="waiting">Sedang disiapkan</StatusBadge>,
  open: <span className="text-sm text-ink-soft">Belum terdaftar</span>,
  kelurahan: <span className="text-sm text-ink-soft">Kelurahan, belum dilayani</span>,
};
