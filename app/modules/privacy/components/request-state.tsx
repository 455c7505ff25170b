import { StatusBadge } from "#app/ui/status-badge.tsx";
import { REQUEST_WORDS } from "../words.ts";
import { DeadlineBadge } from "./deadline-badge.tsx";

interface RequestStateProps {
  request: { state: "open" | "answered" | "refused"; answerDueAt: string };
  now: string;
}

/** Where a request stands; while it waits, how long is left. */
export function RequestState({ request, now }: RequestStateProps) {
  if (request.state === "open") return <DeadlineBadge dueAt={request.answerDueAt} now={now} />;
  return (
    <StatusBadge tone={request.state === "answered" ? "good" : "neutral"}>
      {REQUEST_WORDS.states[request.state]}
    </StatusBadge>
  );
}
