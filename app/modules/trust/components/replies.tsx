import { positionTitle } from "#app/modules/accounts/words.ts";
import { formatDateTime, type ZoneName } from "#app/ui/format.ts";
import { Timeline } from "#app/ui/timeline.tsx";

export interface ReplyView {
  id: string;
  kind: "answer" | "objection";
  name: string;
  position: string;
  statement: string;
  at: string;
  state: "given" | "waiting" | "upheld" | "refused";
  reason: string | null;
}

const KINDS = { answer: "Jawaban", objection: "Keberatan" } as const;
const STATES = {
  given: "",
  waiting: " (menunggu putusan)",
  upheld: " (diterima)",
  refused: " (ditolak)",
} as const;

/** What a village has said to a contest, the latest first. */
export function Replies({ replies, zone }: { replies: readonly ReplyView[]; zone: ZoneName }) {
  if (replies.length === 0) return null;
  return (
    <section aria-labelledby="jawaban" className="flex flex-col gap-3">
      <h2 id="jawaban" className="text-lg">
        Jawaban desa
      </h2>
      <Timeline
        label="Jawaban desa"
        items={replies.toReversed().map((each) => ({
          key: each.id,
          title: `${KINDS[each.kind]} ${each.name}, ${positionTitle(each.position)}${STATES[each.state]}`,
          at: formatDateTime(new Date(each.at), zone),
          note: (
            <>
              <p className="whitespace-pre-line break-words">{each.statement}</p>
              {each.reason && <p className="text-ink-soft">Alasan putusan: {each.reason}</p>}
            </>
          ),
        }))}
      />
    </section>
  );
}
