import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, NumberField, TextField } from "#app/ui/text-fields.tsx";
import type { ListedArea } from "../list-residents.server.ts";
import { confirmationOf } from "../resident-form.ts";
import { FORM_WORDS } from "../words.ts";
import { areaOptions } from "./area-options.ts";

interface Props {
  reply: FormReply | undefined;
  values: Record<"alamat" | "wilayah" | "kode_pos" | "terbit", string>;
  /** Row version of a card that is changed. */
  version?: number;
  /** Number with stars of a card that has one. */
  masked: string | null;
  areas: readonly ListedArea[];
  hamletTerm: string;
  backHref: string;
}

/** What stands on a family card besides its people. */
export function FamilyForm({ reply, values, version, masked, areas, hamletTerm, backHref }: Props) {
  const [form, fields] = useForm<Record<string, string>>({
    id: "kk",
    lastResult: reply,
    defaultValue: values,
  });
  const { nomor, alamat, wilayah, kode_pos: postalCode, terbit, yakin, versi } = fields;
  if (!nomor || !alamat || !wilayah || !postalCode || !terbit || !yakin || !versi) return null;
  const mark = confirmationOf({ nik: null, kk: nomor.initialValue, name: null, birthDate: null, sex: null });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version && <Hidden name="versi" value={String(versi.initialValue ?? version)} />}
      <FormStack>
        {yakin.errors?.length ? (
          <div id={yakin.id} tabIndex={-1}>
            <Notice
              tone="warning"
              title={FORM_WORDS.doubtTitle}
              actions={
                <Button variant="secondary" name="yakin" value={mark}>
                  {FORM_WORDS.saveAnyway}
                </Button>
              }
            >
              {yakin.errors.join(" ")}
            </Notice>
          </div>
        ) : null}
        <NumberField
          {...textProps(nomor)}
          label="Nomor KK"
          hint={FORM_WORDS.sealedHint(masked) ?? "Boleh kosong bila KK belum terbit."}
          width="form"
          maxLength={32}
        />
        <Select
          {...selectProps(wilayah)}
          label="Wilayah"
          placeholder="Pilih"
          required
          options={areaOptions(areas, hamletTerm)}
        />
        <TextField {...textProps(alamat)} label="Alamat" hint="Tanpa RT, RW, dan dusun." maxLength={200} />
        <NumberField {...textProps(postalCode)} label="Kode pos" maxLength={5} />
        <DateField {...textProps(terbit)} label="Tanggal terbit KK" />
      </FormStack>
      <FormActions>
        <Button>Simpan</Button>
        <ButtonLink href={backHref} variant="quiet">
          Batal
        </ButtonLink>
      </FormActions>
    </form>
  );
}
