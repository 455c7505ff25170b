import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";

interface DecisionFormsProps {
  version: number;
  obstacle: string | null;
  /** What was wrong with one of these two forms, and the reason as typed. */
  refusal: { errors: string[]; typed: string } | null;
}

/** The Kepala Desa's two answers to the whole programme. */
export function DecisionForms({ version, obstacle, refusal }: DecisionFormsProps) {
  return (
    <section className="flex flex-col gap-3">
      {obstacle ? (
        <Notice tone="warning">{obstacle}</Notice>
      ) : (
        <form method="post">
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <Button type="submit" icon="check" name="maksud" value="setujui">
            Setujui program kerja
          </Button>
        </form>
      )}
      <Disclosure summary="Kembalikan seluruh program kerja" open={refusal !== null}>
        <form method="post" className="flex flex-col gap-3">
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <TextField
            id="alasan-program"
            name="alasan"
            label="Alasan"
            required
            errors={refusal?.errors}
            defaultValue={refusal?.typed}
          />
          <Button type="submit" variant="danger" name="maksud" value="kembalikan">
            Kembalikan semuanya
          </Button>
        </form>
      </Disclosure>
    </section>
  );
}
