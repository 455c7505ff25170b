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
  hasLetter?: boolean;
}

const KINDS = { answer: "Jawaban", objection: "Keberatan" } as const;
const STATES = {
  given: "",
  waiting: " (menunggu putusan)",
  upheld: " (diterima)",
  refused: " (ditolak)",
} as const;

interface RepliesProps {
  replies: readonly ReplyView[];
  zone: ZoneName;
  /** Where the letters of replies are read, for those who decide. */
  letters?: string;
}

/** What a village has said to a contest, the latest first. */
export function Replies({ replies, zone, letters }: RepliesProps) {
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
              {letters && each.hasLetter && (
                <a
                  href={`${letters}/${each.id}`}
                  target="_blank"
                  rel="noopener"
                  className="inline-flex min-h-11 items-center"
                >
                  Buka surat pendukung
                </a>
              )}
              {each.reason && <p className="text-ink-soft">Alasan putusan: {each.reason}</p>}
            </>
          ),
        }))}
      />
    </section>
  );
}
