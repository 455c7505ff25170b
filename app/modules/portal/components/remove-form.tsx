import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";

/** A removal that needs a second tap. */
export function RemoveForm({ summary, version, label }: { summary: string; version: number; label: string }) {
  return (
    <div className="mt-8">
      <Disclosure summary={summary}>
        <form method="post" noValidate>
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <Button variant="danger" name="maksud" value="hapus">
            {label}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
