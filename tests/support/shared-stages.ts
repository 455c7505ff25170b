import type { TestApp } from "./app.ts";
import { type OfficeStage, setOfficeStage } from "./office-stage.ts";

const shared = new Map<"own" | "neighbour", Promise<OfficeStage>>();

/**
 * A stage that the suites of a run share, since building one takes seconds: for those that look, are refused, or add to
 * what is there. Whoever changes what others look at sets one of his own.
 */
export function sharedStage(app: TestApp, which: "own" | "neighbour" = "own"): Promise<OfficeStage> {
  const known = shared.get(which) ?? setOfficeStage(app);
  shared.set(which, known);
  return known;
}
