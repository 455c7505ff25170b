import { formatMoneyShort } from "#app/ui/format.ts";
import type { BudgetLine } from "../budget-rules.ts";

const WIDTH = 640;
const ROW = 54;
const BAR = 12;

/** Two bars a line, planned hollow and realised filled, told apart on black-and-white paper too. The table below holds the numbers. */
export function BudgetBars({ title, lines }: { title: string; lines: readonly BudgetLine[] }) {
  const top = Math.max(1, ...lines.flatMap(({ planned, realised }) => [planned, realised ?? 0]));
  const wide = (amount: number) => Math.max(amount > 0 ? 2 : 0, (amount / top) * (WIDTH - 4));
  return (
    <svg role="img" viewBox={`0 0 ${WIDTH} ${Math.max(1, lines.length) * ROW}`} className="w-full max-w-text">
      <title>{`${title}: batang kosong anggaran, batang penuh realisasi`}</title>
      {lines.map(({ id, name, planned, realised }, index) => (
        <g key={id} transform={`translate(2 ${index * ROW})`}>
          <text y="14" className="fill-ink text-base">
            {`${name.length > 48 ? `${name.slice(0, 47)}…` : name}: ${formatMoneyShort(planned)}`}
          </text>
          <rect
            y="20"
            width={wide(planned)}
            height={BAR}
            className="fill-white stroke-laut"
            strokeWidth="2"
          />
          {realised !== null && <rect y="35" width={wide(realised)} height={BAR} className="fill-laut" />}
        </g>
      ))}
    </svg>
  );
}
