import type { FieldMetadata } from "@conform-to/react";
import { SIGNUP_POSITIONS } from "#app/modules/accounts/permissions.ts";
import { PASSWORD_HINT, positionTitle } from "#app/modules/accounts/words.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { secretProps, selectProps, textProps } from "#app/ui/conform.ts";
import { FormSection } from "#app/ui/form-layout.tsx";
import { PasswordField, TextField } from "#app/ui/text-fields.tsx";
import type { StartSignupInput } from "../input.ts";
import { SIGNUP_WORDS } from "../words.ts";

type Fields = { [Name in keyof Required<StartSignupInput>]: FieldMetadata<StartSignupInput[Name]> };

const POSITIONS = SIGNUP_POSITIONS.map((value) => ({ value, label: positionTitle(value) }));

/** The address name with the rest of the address beside it. */
export function AddressFields({ fields, baseHost }: { fields: Fields; baseHost: string }) {
  return (
    <FormSection title="Alamat desa di Balai" lead="Kantor dan halaman desa dibuka di alamat ini.">
      <TextField
        {...textProps(fields.subdomain)}
        label="Nama alamat"
        hint="Huruf kecil, angka, dan tanda hubung; 3 sampai 40 huruf."
        suffix={`.${baseHost}`}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
      />
    </FormSection>
  );
}

/** Who signs the village up. */
export function PersonFields({ fields, isAgain }: { fields: Fields; isAgain: boolean }) {
  return (
    <FormSection
      title="Anda"
      lead="Anda menjadi pengelola akun desa: dapat mengundang rekan ke jabatan apa pun, sampai Kepala Desa bergabung."
    >
      <TextField {...textProps(fields.nama)} label="Nama Anda" autoComplete="name" required />
      <Select
        {...selectProps(fields.jabatan)}
        label="Jabatan"
        placeholder="Pilih jabatan Anda"
        options={POSITIONS}
        required
      />
      <TextField
        {...textProps(fields.telepon)}
        label="Nomor telepon"
        hint="Dipakai untuk masuk. Misalnya 0812 3456 7890."
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
      />
      <PasswordField
        {...secretProps(fields.kata_sandi)}
        label="Kata sandi"
        hint={isAgain ? `${SIGNUP_WORDS.password.again} ${PASSWORD_HINT}` : PASSWORD_HINT}
        autoComplete="new-password"
        required
      />
    </FormSection>
  );
}
