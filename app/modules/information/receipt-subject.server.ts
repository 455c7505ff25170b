import { eq } from "drizzle-orm";
import type { ReceiptStory, ReceiptSubject } from "#app/platform/receipt-subject.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { isOpen, type RequestState } from "./request-rules.ts";
import type { RequestRow } from "./requests.server.ts";
import { GROUND_NAMES, REQUEST_WORDS, STATE_NAMES } from "./words.ts";

const TONES: Record<RequestState, ReceiptStory["tone"]> = {
  received: "info",
  extended: "warning",
  given: "success",
  partly: "warning",
  refused: "danger",
  withdrawn: "info",
};

/** What whoever holds the code of a request for information reads of it: the answer, and nothing of who asked. */
export const informationReceipts: ReceiptSubject = {
  kind: "information",
  read: async ({ db }, id) => {
    const [row] = await db.select().from(informationRequests).where(eq(informationRequests.id, id));
    return row ? storyOf(row) : null;
  },
};

/** What the office wrote: the answer with the law that it refuses by, or why it takes longer. */
function answerOf({ state, answer, ground, extendedReason }: RequestRow): string | null {
  if (state === "withdrawn") return null;
  if (state === "extended") return extendedReason && REQUEST_WORDS.whyLonger(extendedReason);
  const law = Object.entries(GROUND_NAMES).find(([key]) => key === ground)?.[1] ?? ground;
  return answer && law ? `${answer}\n${REQUEST_WORDS.byLaw(law)}` : answer;
}

function storyOf(row: RequestRow): ReceiptStory {
  const { state, createdAt, updatedAt, answeredOn, dueOn } = row;
  const answered = answeredOn ? [{ what: STATE_NAMES[state], at: updatedAt }] : [];
  return {
    title: REQUEST_WORDS.title,
    state: REQUEST_WORDS.receipt[state],
    tone: TONES[state],
    askedAt: createdAt,
    promised: isOpen(state) ? dueOn : null,
    answer: answerOf(row),
    steps: [...answered, { what: STATE_NAMES.received, at: createdAt }],
    mayRate: false,
  };
}
