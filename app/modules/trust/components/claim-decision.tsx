import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { DecisionForm, ReverseForm } from "./decision-form.tsx";
import type { ReplyView } from "./replies.tsx";

export interface ClaimDecisionProps {
  claim: { kind: "verification" | "contest"; state: string; version: number };
  village: { state: string } | null;
  replies: readonly (ReplyView & { version: number })[];
  isOperator: boolean;
  reply: FormReply | undefined;
}

const ACCEPT_HINTS = {
  verification: "Halaman desa langsung tampil untuk umum.",
  contest:
    "Desa itu langsung ditangguhkan dan datanya dihapus setelah masa keberatan. Anda mendapat tautan untuk penyanggah.",
} as const;

/** What is to be decided now: the claim, an objection to it, or nothing any more. */
export function ClaimDecision({ claim, village, replies, isOperator, reply }: ClaimDecisionProps) {
  if (!village) return null;
  if (claim.state === "waiting")
    return (
      <Part title="Putusan">
        <DecisionForm version={claim.version} reply={reply} acceptHint={ACCEPT_HINTS[claim.kind]} />
      </Part>
    );
  if (!isOperator || claim.kind !== "contest" || claim.state !== "accepted") return null;
  const objection = replies.find((each) => each.kind === "objection" && each.state === "waiting");
  if (objection)
    return (
      <Part title="Putusan atas keberatan">
        <DecisionForm
          version={objection.version}
          objectionId={objection.id}
          reply={reply}
          acceptHint="Desa itu aktif lagi, dan tautan penyanggah tidak berlaku."
        />
      </Part>
    );
  return (
    <Disclosure summary="Batalkan putusan ini" open={reply !== undefined}>
      <ReverseForm version={claim.version} reply={reply} />
    </Disclosure>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby="putusan-judul" className="flex flex-col gap-4">
      <h2 id="putusan-judul" className="text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
