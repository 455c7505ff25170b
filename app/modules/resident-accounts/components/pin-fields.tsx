import { type FieldMeta, secretProps } from "#app/ui/conform.ts";
import { PasswordField } from "#app/ui/text-fields.tsx";
import { PIN_HINT } from "../words.ts";

/** A new PIN, written twice. */
export function PinFields({ fields }: { fields: { pin_baru: FieldMeta; pin_lagi: FieldMeta } }) {
  return (
    <>
      <PasswordField
        {...secretProps(fields.pin_baru)}
        label="PIN baru"
        hint={PIN_HINT}
        required
        autoComplete="new-password"
      />
      <PasswordField
        {...secretProps(fields.pin_lagi)}
        label="PIN baru sekali lagi"
        required
        autoComplete="new-password"
      />
    </>
  );
}
