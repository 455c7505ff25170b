import { Card } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { UI_WORDS } from "#app/ui/words.ts";
import type { BoardCardView } from "../board-view.ts";
import { behindWords } from "./activity-progress.tsx";

/** An activity on the board: three bars, who answers for it, and whether a lag is still to be explained. */
export function BoardCard({ card }: { card: BoardCardView }) {
  const href = `/kantor/program-kerja/kegiatan/${card.id}`;
  return (
    <Card title={<span className="text-base">{card.name}</span>} href={href}>
      <ProgressBar label={UI_WORDS.physical} percent={card.physical} />
      <ProgressBar label={UI_WORDS.financial} percent={card.financial} tone="sogan" />
      <ProgressBar label={UI_WORDS.elapsed} percent={card.elapsed} tone="ink" />
      <p className="text-sm text-ink-soft">{card.responsible || "Belum ada penanggung jawab"}</p>
      {card.isBehind && <p className="text-sm font-semibold text-sogan">{behindWords(card.pointsBehind)}</p>}
      {card.asksExplanation && (
        <a href={`${href}/penyimpangan`} className="inline-flex min-h-11 items-center">
          Jelaskan keterlambatan
        </a>
      )}
    </Card>
  );
}
