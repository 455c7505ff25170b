import type { ReactNode } from "react";
import { formatFileSize } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icons.tsx";
import type { EvidenceView } from "../evidence-view.server.ts";

interface EvidenceListProps {
  items: readonly EvidenceView[];
  /** What stands under one item, e.g. a button that removes it. */
  renderAction?: (item: EvidenceView) => ReactNode;
}

/** Photos as small pictures, other files by name; each opens in full. */
export function EvidenceList({ items, renderAction }: EvidenceListProps) {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-3" aria-label="Bukti">
      {items.map((item) => (
        <li key={item.id} className="flex w-28 flex-col gap-1">
          <a href={item.href} className="flex flex-col gap-1 text-sm">
            <Picture item={item} />
            <span className="truncate">{item.name}</span>
            {item.isPublic && <span className="text-ink-soft">Tampil untuk warga</span>}
          </a>
          {renderAction?.(item)}
        </li>
      ))}
    </ul>
  );
}

function Picture({ item }: { item: EvidenceView }) {
  if (item.picture) {
    return (
      <img
        src={item.picture}
        alt=""
        width="112"
        height="84"
        loading="lazy"
        className="h-21 w-28 rounded-sm border border-line object-cover"
      />
    );
  }
  return (
    <span className="flex h-21 w-28 flex-col items-center justify-center gap-1 rounded-sm border border-line-strong text-ink-soft">
      <Icon name="file" className="size-7" />
      {formatFileSize(item.sizeBytes)}
    </span>
  );
}
