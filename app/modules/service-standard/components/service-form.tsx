import { useForm } from "@conform-to/react";
import { SettingsForm } from "#app/modules/village/components/settings-form.tsx";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { selectProps, textProps } from "#app/ui/conform.ts";
import { MoneyField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { type DraftService, paperLines, TIMES } from "../standard-rules.ts";
import { STANDARD_WORDS } from "../words.ts";

interface ServiceFormProps {
  service: DraftService | null;
  version: number;
  isLetter: boolean;
  reply: FormReply | undefined;
}

const TIME_OPTIONS = [
  ...TIMES.map(({ hours, label }) => ({ value: String(hours), label })),
  { value: "lain", label: "Lainnya, tulis di bawah" },
];

/** One service of the draft. */
export function ServiceForm({ service, version, isLetter, reply }: ServiceFormProps) {
  const isUsual = TIMES.some(({ hours }) => hours === service?.hours);
  const [form, fields] = useForm({
    id: "pelayanan",
    lastResult: reply,
    defaultValue: {
      versi: String(version),
      nama: service?.name ?? "",
      syarat: paperLines(service?.requirements ?? []),
      tata_cara: service?.procedure ?? "",
      waktu: service ? (isUsual ? String(service.hours) : "lain") : "",
      waktu_lain: service && !isUsual ? service.timeText : "",
      biaya: String(service?.cost ?? 0),
      petugas: service?.officer ?? "Kasi Pelayanan",
    },
  });
  return (
    <SettingsForm form={form} version={fields.versi} save="Simpan">
      <TextField {...textProps(fields.nama)} label="Nama pelayanan" required autoComplete="off" />
      <TextArea
        {...textProps(fields.syarat)}
        label="Syarat"
        hint="Satu syarat tiap baris. Tulis (bila ada) di ujung baris untuk yang tidak wajib."
        rows={5}
      />
      <TextArea
        {...textProps(fields.tata_cara)}
        label="Tata cara"
        hint="Satu langkah tiap baris, dengan kata-kata yang dipakai warga."
        rows={5}
      />
      <Select
        {...selectProps(fields.waktu)}
        label="Waktu penyelesaian"
        placeholder="Pilih waktu"
        options={TIME_OPTIONS}
        required
      />
      <TextField
        {...textProps(fields.waktu_lain)}
        label="Waktu lainnya"
        hint="Diisi bila waktunya tidak ada dalam pilihan."
        autoComplete="off"
      />
      <MoneyField
        {...textProps(fields.biaya)}
        label="Biaya"
        hint={
          isLetter
            ? STANDARD_WORDS.freeLetters
            : "0 bila gratis. Pungutan lain harus ada dasar Peraturan Desanya."
        }
      />
      <TextField {...textProps(fields.petugas)} label="Penanggung jawab" required autoComplete="off" />
    </SettingsForm>
  );
}
