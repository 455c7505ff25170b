import { addDays, type Day } from "#app/platform/clock.ts";
import { formatDate } from "#app/ui/format.ts";
import { REQUEST_WORDS } from "./words.ts";

/** Kinds of due items that public information keeps. */
export const INFORMATION_DUE_KINDS = ["information.answer", "information.late"] as const;

/** Days before the last one on which whoever handles requests is told. */
const NOTICE_DAYS = 3;

interface OpenRequest {
  id: string;
  year: number;
  number: number;
  dueOn: Day;
}

/** A request that nobody has answered: told of three days ahead, and once its last day has passed. */
export function requestDueThings(requests: readonly OpenRequest[], receivers: readonly string[]) {
  return requests.flatMap(({ id, year, number, dueOn }) => {
    const name = `${number}/${year}`;
    const thing = { subjectId: id, receivers, href: `/kantor/informasi/permohonan/${id}` };
    return [
      {
        ...thing,
        dueKey: `information.answer:${id}:${dueOn}`,
        kind: "information.answer" as const,
        dueOn: addDays(dueOn, -NOTICE_DAYS),
        title: REQUEST_WORDS.pressing(name, formatDate(dueOn)),
      },
      {
        ...thing,
        dueKey: `information.late:${id}:${dueOn}`,
        kind: "information.late" as const,
        dueOn: addDays(dueOn, 1),
        title: REQUEST_WORDS.late(name),
      },
    ];
  });
}
