import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, NumberField } from "#app/ui/text-fields.tsx";
import type { VillageHit } from "../find-villages.server.ts";
import type { StartSignupInput } from "../input.ts";
import { SIGNUP_WORDS } from "../words.ts";
import { AddressFields, PersonFields } from "./signup-fields.tsx";
import { TakenNotice } from "./taken-notice.tsx";

export interface SignupFormProps {
  /** The village that was chosen; null where the code is typed. */
  village: VillageHit | null;
  suggestion: string;
  /** Comes with the link of whoever won a contest. */
  ticket: string | null;
  baseHost: string;
  reply: FormReply | undefined;
}

/** Second part of sign-up: address name and person. */
export function SignupForm({ village, suggestion, ticket, baseHost, reply }: SignupFormProps) {
  const [form, fields] = useForm<StartSignupInput>({
    id: "daftar",
    lastResult: reply,
    defaultValue: { kode_desa: village?.code, subdomain: suggestion, tiket: ticket ?? undefined },
  });
  const isTaken = fields.kode_desa.errors?.includes(SIGNUP_WORDS.code.taken);
  return (
    <>
      <PageHeader
        title="Daftarkan desa"
        back={{
          href: village ? `/daftar?di=${village.code.slice(0, 8)}` : "/daftar",
          label: "Pilih desa lain",
        }}
      />
      <form {...formProps(form)} className="max-w-form">
        <SubmitKey />
        <Hidden name="tiket" value={String(fields.tiket.initialValue ?? "")} />
        <ErrorSummary errors={summaryErrors(form)} />
        <FormStack>
          {isTaken && (
            <TakenNotice href={null} code={String(fields.kode_desa.initialValue ?? "")} note={null} />
          )}
          {village && !fields.kode_desa.errors ? (
            <ChosenVillage village={village} />
          ) : (
            <NumberField
              {...textProps(fields.kode_desa)}
              label="Kode desa"
              hint="Sepuluh angka, dengan atau tanpa titik. Misalnya 52.01.14.2006"
              required
            />
          )}
          <AddressFields fields={fields} baseHost={baseHost} />
          <PersonFields fields={fields} isAgain={reply !== undefined} />
        </FormStack>
        <FormActions>
          <Button>Daftarkan desa</Button>
        </FormActions>
      </form>
    </>
  );
}

function ChosenVillage({ village: { code, name, place } }: { village: VillageHit }) {
  return (
    <p>
      <input type="hidden" name="kode_desa" value={code} />
      <strong className="text-lg">Desa {name}</strong>
      <br />
      {place}
      <br />
      Kode desa {code}
    </p>
  );
}
