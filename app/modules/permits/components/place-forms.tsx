import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup, Select } from "#app/ui/choice-fields.tsx";
import {
  checkboxProps,
  choiceProps,
  formProps,
  selectProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, MoneyField, TextField } from "#app/ui/text-fields.tsx";
import { PERMIT_KINDS, PLACE_KINDS, type PlaceKind } from "../permit-rules.ts";
import { KIND_WORDS, PLACE_KIND_WORDS } from "../words.ts";

interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  deposit: number;
  isOn: boolean;
  version: number;
}

/** A place that may be asked for: a new one, or one that is changed. */
export function PlaceForm({ place, reply }: { place: Place | null; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: place ? `tempat-${place.id}` : "tempat",
    lastResult: reply,
    defaultValue: {
      jenis: place?.kind ?? "hall",
      nama: place?.name ?? "",
      jaminan: place ? String(place.deposit) : "",
      dipakai: place && !place.isOn ? undefined : "on",
    },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {place && <Hidden name="id" value={place.id} />}
      {place && <Hidden name="versi" value={String(place.version)} />}
      {place && <Hidden name="jenis" value={place.kind} />}
      <FormStack>
        {!place && (
          <Select
            {...selectProps(fields.jenis)}
            label="Jenis tempat"
            options={PLACE_KINDS.map((value) => ({ value, label: PLACE_KIND_WORDS[value] }))}
            required
          />
        )}
        <FieldRow>
          <TextField {...textProps(fields.nama)} label="Nama tempat" required />
          <MoneyField
            {...textProps(fields.jaminan)}
            label="Jaminan"
            hint="Dititipkan dan dikembalikan; bukan biaya. Kosongkan bila tidak ada."
          />
        </FieldRow>
        {place && <Checkbox {...checkboxProps(fields.dipakai)} label="Tempat ini dapat diminta" />}
      </FormStack>
      <div>
        <Button name="maksud" value="tempat" variant={place ? "secondary" : "primary"}>
          {place ? "Simpan tempat" : "Tambah tempat"}
        </Button>
      </div>
    </form>
  );
}

/** For which kinds neighbours must be asked. */
export function ConsentSettingForm({
  consent,
  reply,
}: {
  consent: readonly string[];
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm({
    id: "aturan",
    lastResult: reply,
    defaultValue: { jenis: [...consent] },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <CheckboxGroup
        {...choiceProps(fields.jenis)}
        label="Jenis yang memerlukan persetujuan tetangga"
        hint="Berlaku untuk permohonan yang dicatat sejak sekarang."
        choices={PERMIT_KINDS.map((value) => ({ value, label: KIND_WORDS[value].name }))}
        columns={2}
      />
      <div>
        <Button name="maksud" value="aturan" variant="secondary">
          Simpan aturan
        </Button>
      </div>
    </form>
  );
}
