import type { ReactNode } from "react";
import { IslandScript } from "./island.tsx";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "balai-offline-form": { draft: string; owner: string; refused?: boolean; children: ReactNode };
    }
  }
}

export interface OfflineFormProps {
  /** Which form this is, e.g. `pembaruan:<activity>`; one draft is kept for each. */
  draft: string;
  /** Account that writes it; others on the same device never see it. */
  owner: string;
  /** The server has just refused the form and shows what was typed: nothing is restored over it. */
  isRefused: boolean;
  children: ReactNode;
}

/** Around a form that is filled in the field: the phone keeps it without signal and sends it later. */
export function OfflineForm({ draft, owner, isRefused, children }: OfflineFormProps) {
  return (
    <>
      <balai-offline-form draft={draft} owner={owner} refused={isRefused || undefined}>
        {children}
        <p data-status role="status" className="mt-3 text-sm text-ink-soft" />
      </balai-offline-form>
      <IslandScript name="offline-form" />
    </>
  );
}
