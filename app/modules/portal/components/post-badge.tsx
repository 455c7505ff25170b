import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { PostState } from "../post-rules.ts";
import { POST_STATE_NAMES } from "../words.ts";

const TONES: Record<PostState, StatusTone> = { draft: "waiting", published: "good", withdrawn: "neutral" };

/** Whether everybody sees a post. */
export function PostBadge({ state }: { state: PostState }) {
  return <StatusBadge tone={TONES[state]}>{POST_STATE_NAMES[state]}</StatusBadge>;
}
