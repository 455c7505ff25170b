import type { ReactNode } from "react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choice-fields.tsx";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, NumberField, PasswordField, TextField } from "#app/ui/text-fields.tsx";
import type { SystemApproval } from "../letter-settings.server.ts";
import { PLACEHOLDERS, type SeriesBasis } from "../number-rules.ts";
import type { WorkHours } from "../promise-rules.ts";
import { choiceErrors, chosenOf } from "./form-values.ts";

type Reply = FormReply | undefined;

export const typed = (reply: Reply, name: string, present: string) =>
  reply ? String(reply.initialValue?.[name] ?? "") : present;
export const errorsOf = (reply: Reply, name: string) => reply?.error?.[name] ?? undefined;

/** All errors with links to their fields, whose ids are their names. */
export function settingsErrors(reply: Reply): { href: string; text: string }[] {
  return Object.entries(reply?.error ?? {}).flatMap(([name, texts]) =>
    [...new Set(texts)].map((text) => ({
      href: `#${idOf(name.replace(/\[\d+\]$/, ""))}`,
      text,
    })),
  );
}

const GROUPS: Record<string, string> = { seri: "nomor-seri", hari: "jam-hari" };

function idOf(name: string): string {
  return GROUPS[name] ?? name.replaceAll("_", "-");
}

export function Part({
  intent,
  title,
  lead,
  children,
}: {
  intent: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <form method="post" noValidate className="flex flex-col gap-5 border-t border-line pt-6 first:border-0">
      <div>
        <h2 className="text-lg">{title}</h2>
        <p className="max-w-text text-ink-soft">{lead}</p>
      </div>
      <SubmitKey />
      <Hidden name="maksud" value={intent} />
      {children}
      <div>
        <Button>Simpan</Button>
      </div>
    </form>
  );
}

const BASES: Record<SeriesBasis, { label: string; hint: string }> = {
  book: { label: "Satu nomor urut untuk semua surat", hint: "Melanjutkan Buku Agenda surat keluar." },
  kind: { label: "Tiap jenis surat bernomor urut sendiri", hint: "Nomor harus memuat {kode_jenis}." },
  classification: {
    label: "Tiap kode klasifikasi bernomor urut sendiri",
    hint: "Nomor harus memuat {klasifikasi}.",
  },
};

interface NumberingPage {
  basis: SeriesBasis;
  nextBasis: SeriesBasis;
  format: string;
  example: string;
}

export function NumberingForm({ page, reply }: { page: NumberingPage; reply: Reply }) {
  const later =
    page.nextBasis === page.basis ? "" : ` Mulai tahun depan: ${BASES[page.nextBasis].label.toLowerCase()}.`;
  return (
    <Part
      intent="nomor"
      title="Nomor surat"
      lead={`Contoh: ${page.example}. Nomor urut mulai lagi dari 1 tiap tahun.${later}`}
    >
      <RadioGroup
        id="nomor-seri"
        name="seri"
        label="Nomor urut"
        errors={errorsOf(reply, "seri")}
        selected={[typed(reply, "seri", page.nextBasis)]}
        choices={Object.entries(BASES).map(([value, { label, hint }]) => ({ value, label, hint }))}
      />
      <TextField
        id="format"
        name="format"
        label="Susunan nomor"
        hint={PLACEHOLDERS.map(({ name, meaning }) => `{${name}} ${meaning}`).join("; ")}
        defaultValue={typed(reply, "format", page.format)}
        errors={errorsOf(reply, "format")}
        required
      />
    </Part>
  );
}

const DAY_NAMES = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

export function HoursForm({ hours, reply }: { hours: WorkHours; reply: Reply }) {
  return (
    <Part
      intent="jam"
      title="Jam layanan"
      lead="Waktu yang dijanjikan untuk surat berjalan hanya pada jam ini."
    >
      <CheckboxGroup
        id="jam-hari"
        name="hari"
        label="Hari kerja"
        errors={choiceErrors(reply, "hari")}
        columns={2}
        selected={chosenOf({ reply, defaults: { hari: hours.days.map(String) } }, "hari")}
        choices={DAY_NAMES.map((label, index) => ({ value: String(index + 1), label }))}
      />
      <FieldRow columns={2}>
        <NumberField
          id="buka"
          name="buka"
          label="Buka jam"
          defaultValue={typed(reply, "buka", String(hours.opens))}
          errors={errorsOf(reply, "buka")}
        />
        <NumberField
          id="tutup"
          name="tutup"
          label="Tutup jam"
          defaultValue={typed(reply, "tutup", String(hours.closes))}
          errors={errorsOf(reply, "tutup")}
        />
      </FieldRow>
    </Part>
  );
}

export function SystemForm({ system, reply }: { system: SystemApproval | null; reply: Reply }) {
  return (
    <Part
      intent="sistem"
      title="Persetujuan dalam sistem"
      lead="Bukan tanda tangan elektronik tersertifikasi. Hanya boleh dipakai bila Peraturan Kepala Desa mengizinkannya."
    >
      <Checkbox
        id="nyala"
        name="nyala"
        label="Nyalakan persetujuan dalam sistem"
        defaultChecked={reply ? reply.initialValue?.nyala === "on" : system?.isOn}
      />
      <FieldRow columns={2}>
        <TextField
          id="perkades"
          name="perkades"
          label="Nomor Perkades"
          defaultValue={typed(reply, "perkades", system?.regulation ?? "")}
          errors={errorsOf(reply, "perkades")}
        />
        <DateField
          id="tanggal"
          name="tanggal"
          label="Tanggal Perkades"
          defaultValue={typed(reply, "tanggal", system?.regulationDate ?? "")}
          errors={errorsOf(reply, "tanggal")}
        />
      </FieldRow>
    </Part>
  );
}

export function BsreForm({ address, reply }: { address: string | null; reply: Reply }) {
  return (
    <Part
      intent="bsre"
      title="Tanda tangan elektronik BSrE"
      lead="Alamat e-sign client service dari kabupaten. Kosongkan alamat untuk mematikan. Pengguna dan kata sandi disimpan tersandi."
    >
      <TextField
        id="alamat"
        name="alamat"
        type="url"
        label="Alamat layanan"
        defaultValue={typed(reply, "alamat", address ?? "")}
        errors={errorsOf(reply, "alamat")}
      />
      <TextField
        id="pengguna"
        name="pengguna"
        label="Pengguna"
        autoComplete="off"
        defaultValue={typed(reply, "pengguna", "")}
        errors={errorsOf(reply, "pengguna")}
      />
      <PasswordField
        id="kata-sandi"
        name="kata_sandi"
        label="Kata sandi"
        autoComplete="new-password"
        errors={errorsOf(reply, "kata_sandi")}
      />
    </Part>
  );
}
