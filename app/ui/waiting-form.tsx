import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { IslandScript } from "./island.tsx";
import { UI_WORDS } from "./words.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "balai-waiting-form": { draft: string; owner: string; children: ReactNode };
    }
  }
}

export interface WaitingFormProps {
  /** Which form this is, e.g. `syarat:<letter>:0`; one thing waits for each. */
  draft: string;
  /** Account that sends it; others on the same device never see it. */
  owner: string;
  children: ReactNode;
}

/**
 * Around a resident's form: where the connection is cut, what was sent waits on the phone for a day at most and goes by
 * itself. A page with such forms loads `WaitingScript` once.
 */
export function WaitingForm({ draft, owner, children }: WaitingFormProps) {
  return (
    <balai-waiting-form draft={draft} owner={owner}>
      {children}
      <p data-status role="status" className="my-2 max-w-form text-sm" />
      <div data-take-back hidden>
        <Button type="button" variant="secondary">
          {UI_WORDS.takeBack}
        </Button>
      </div>
    </balai-waiting-form>
  );
}

export function WaitingScript() {
  return <IslandScript name="waiting-form" />;
}
