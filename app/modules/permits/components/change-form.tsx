import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { isPlaceKind, type PermitKind, type PlaceKind } from "../permit-rules.ts";
import { PlaceField } from "./place-field.tsx";
import { TimeFields } from "./time-fields.tsx";

interface ChangeFormProps {
  permit: {
    kind: PermitKind;
    version: number;
    purpose: string;
    placeId: string | null;
    placeText: string | null;
    fromAt: string;
    untilAt: string;
  };
  places: readonly { id: string; kind: PlaceKind; name: string; deposit: number }[];
  reply: FormReply | undefined;
}

/** Another time, place or purpose, while nothing is decided. */
export function ChangeForm({ permit, places, reply }: ChangeFormProps) {
  const [form, fields] = useForm({
    id: "ubah",
    lastResult: reply,
    defaultValue: {
      keperluan: permit.purpose,
      tempat: permit.placeId ?? "",
      lokasi: permit.placeText ?? "",
      mulai: permit.fromAt.slice(0, 10),
      jam_mulai: permit.fromAt.slice(11),
      selesai: permit.untilAt.slice(0, 10),
      jam_selesai: permit.untilAt.slice(11),
    },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(permit.version)} />
      <FormStack>
        <TextArea {...textProps(fields.keperluan)} label="Keperluan" rows={2} required />
        {isPlaceKind(permit.kind) ? (
          <PlaceField field={fields.tempat} places={places} isRequired />
        ) : (
          <TextField {...textProps(fields.lokasi)} label="Lokasi" required />
        )}
        <TimeFields fields={fields} />
      </FormStack>
      <div>
        <Button name="maksud" value="ubah" variant="secondary">
          Simpan perbaikan
        </Button>
      </div>
    </form>
  );
}
