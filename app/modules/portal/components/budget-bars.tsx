import { formatMoneyShort } from "#app/ui/format.ts";
import type { BudgetLine } from "../budget-rules.ts";

const WIDTH = 336;
const BAR = 11;
const HEIGHT = 2 * BAR + 6;

/** Two bars a line, planned hollow and realised filled, told apart on black-and-white paper too. The table below holds all numbers. */
export function BudgetBars({ title, lines }: { title: string; lines: readonly BudgetLine[] }) {
  const top = Math.max(1, ...lines.flatMap(({ planned, realised }) => [planned, realised ?? 0]));
  const wide = (amount: number) => Math.max(amount > 0 ? 2 : 0, (amount / top) * (WIDTH - 4));
  return (
    <ul aria-label={`Grafik ${title.toLowerCase()}`} className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {lines.map(({ id, name, planned, realised }) => (
        <li key={id} className="avoid-break flex max-w-[26rem] flex-col gap-1">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0">{name}</span>
            <span className="font-bold">{formatMoneyShort(planned)}</span>
          </p>
          <svg role="img" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full">
            <title>{barTitle(name, planned, realised)}</title>
            <rect
              x="2"
              y="2"
              width={wide(planned)}
              height={BAR}
              className="fill-white stroke-laut"
              strokeWidth="2"
            />
            {realised !== null && (
              <rect x="2" y={BAR + 4} width={wide(realised)} height={BAR} className="fill-laut" />
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}

function barTitle(name: string, planned: number, realised: number | null): string {
  const done = realised === null ? "" : `, realisasi ${formatMoneyShort(realised)}`;
  return `${name}: anggaran ${formatMoneyShort(planned)}${done}`;
}
