import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { IslandScript } from "./island.tsx";
import { Hidden } from "./text-fields.tsx";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "balai-passkey": { mode: "create" | "get"; options: string; children: ReactNode };
      "balai-passkey-offer": { hidden?: boolean; children: ReactNode };
    }
  }
}

export interface PasskeyFormProps {
  mode: "create" | "get";
  /** A challenge of the server, and what the browser needs for it. */
  ceremony: { challengeId: string; options: object };
  /** Words of the button. */
  label: string;
  /** Further hidden fields. */
  fields?: Record<string, string>;
}

/** Asks the phone or computer for a passkey and sends its answer. Works by script alone, and says so. */
export function PasskeyForm({ mode, ceremony, label, fields = {} }: PasskeyFormProps) {
  return (
    <>
      <balai-passkey mode={mode} options={JSON.stringify(ceremony.options)}>
        <form method="post" className="flex flex-col gap-3">
          <Hidden name="langkah" value="jawaban" />
          <Hidden name="tantangan" value={ceremony.challengeId} />
          <Hidden name="jawaban" value="" />
          {Object.entries(fields).map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          <p data-status role="status">
            Kunci sandi memerlukan JavaScript. Nyalakan JavaScript di peramban ini, atau pakai cara lain.
          </p>
          <div>
            <Button icon="lock">{label}</Button>
          </div>
        </form>
      </balai-passkey>
      <IslandScript name="passkey" />
    </>
  );
}

/** What is inside shows where the browser can use passkeys; without script it stays hidden. */
export function PasskeyOffer({ children }: { children: ReactNode }) {
  return (
    <>
      <balai-passkey-offer hidden>{children}</balai-passkey-offer>
      <IslandScript name="passkey" />
    </>
  );
}
