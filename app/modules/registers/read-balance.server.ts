import type { OfficeCtx } from "#app/context.ts";
import {
  addLines,
  type Balance,
  insideNet,
  type Line,
  totalOf,
} from "#app/modules/population/balance-rules.ts";
import { loadBalance } from "#app/modules/population/load-balance.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { ReadRegister, RegisterRow } from "./register-table.ts";
import { REGISTER_WORDS } from "./words.ts";

/** B.3: the recapitulation of a month, a line for each dusun and one for the village; one round trip. */
export const readBalanceBook: ReadRegister = async (ctx, period) => {
  if (!ctx.actor) throw new ForbiddenError();
  const { whole, parts } = await loadBalance(ctx as OfficeCtx, period);
  const rows: RegisterRow[] = parts.map(({ name, balance, families }, at) => ({
    id: null,
    cells: [String(at + 1), name, ...figuresOf(balance, families), insideNote(balance)],
  }));
  if (rows.length > 0)
    rows.push({
      id: null,
      isTotal: true,
      cells: [
        "",
        REGISTER_WORDS.whole,
        ...figuresOf(whole.balance, whole.families),
        changedNote(whole.balance),
      ],
    });
  return { rows, next: null, before: 0, total: rows.length };
};

const ORDER = ["foreignMen", "foreignWomen", "citizenMen", "citizenWomen"] as const;
const lineOf = (line: Line) => ORDER.map((column) => formatNumber(line[column]));

/** Heads, other members, and both together. */
function standOf(line: Line, heads: number): string[] {
  const people = totalOf(line);
  return [...lineOf(line), ...[heads, people - heads, people].map((figure) => formatNumber(figure))];
}

function figuresOf(balance: Balance, families: { before: number; after: number }): string[] {
  return [
    ...standOf(balance.opening, families.before),
    ...lineOf(balance.born),
    ...lineOf(balance.came),
    ...lineOf(balance.died),
    ...lineOf(balance.left),
    ...standOf(balance.closing, families.after),
  ];
}

/** Moves inside the village are neither coming nor going by the annex: a dusun's remarks tell them. */
function insideNote({ inside_in, inside_out }: Balance): string {
  const [came, went] = [totalOf(inside_in), totalOf(inside_out)];
  return came + went === 0 ? "" : REGISTER_WORDS.inside(came, went);
}

/** Of the whole village only changes of sex or nationality are left of them. */
function changedNote(balance: Balance): string {
  const net = insideNet(balance);
  const isNone = totalOf(addLines(net, net, -1)) === 0 && ORDER.every((column) => net[column] === 0);
  return isNone ? "" : REGISTER_WORDS.changed;
}
