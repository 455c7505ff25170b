import { Button, ButtonLink } from "../button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "../choice-fields.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { FieldRow, FormActions, FormSection, FormStack } from "../form-layout.tsx";
import { MonthPicker } from "../month-picker.tsx";
import {
  DateField,
  FileField,
  Hidden,
  MoneyField,
  NumberField,
  PasswordField,
  TextArea,
  TextField,
} from "../text-fields.tsx";
import { GalleryPart } from "./gallery-part.tsx";

const ERRORS = {
  name: "Nama kegiatan belum diisi. Tulis nama yang dipakai dalam APBDes.",
  budget: "Pagu ditulis dengan angka saja, misalnya 1250000.",
  months: "Pilih paling sedikit satu bulan pelaksanaan.",
};

export function ButtonGallery() {
  return (
    <GalleryPart title="Tombol">
      <div className="flex flex-wrap gap-3">
        <Button type="button" icon="check">
          Simpan
        </Button>
        <Button type="button" variant="secondary">
          Simpan sebagai konsep
        </Button>
        <Button type="button" variant="danger">
          Hapus kegiatan
        </Button>
        <Button type="button" variant="quiet">
          Batal
        </Button>
        <Button type="button" disabled>
          Belum dapat dikirim
        </Button>
        <ButtonLink href="#cetak" icon="print">
          Cetak laporan
        </ButtonLink>
        <ButtonLink href="#buat" variant="primary" icon="plus">
          Buat program kerja
        </ButtonLink>
      </div>
    </GalleryPart>
  );
}

export function FormGallery() {
  return (
    <GalleryPart title="Formulir">
      <form method="get" action="#formulir" noValidate>
        <ErrorSummary
          errors={[
            { href: "#g-nama", text: ERRORS.name },
            { href: "#g-pagu", text: ERRORS.budget },
            { href: "#g-bulan", text: ERRORS.months },
          ]}
        />
        <FormStack>
          <ActivityFields />
          <PeopleFields />
          <AccountFields />
        </FormStack>
        <FormActions>
          <Button name="langkah" value="kirim">
            Simpan dan ajukan
          </Button>
          <Button name="langkah" value="konsep" variant="secondary">
            Simpan sebagai konsep
          </Button>
          <ButtonLink href="#batal" variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </GalleryPart>
  );
}

function ActivityFields() {
  return (
    <FormSection title="Kegiatan" lead="Isi seperti yang tertulis dalam APBDes tahun 2027.">
      <Hidden name="kunci" value="0198c0de" />
      <TextField
        id="g-nama"
        name="nama"
        label="Nama kegiatan"
        hint="Misalnya: Pelatihan Perangkat Desa"
        errors={[ERRORS.name]}
        required
      />
      <TextArea id="g-tujuan" name="tujuan" label="Tujuan" hint="Satu atau dua kalimat." />
      <SourceField />
      <MoneyField
        id="g-pagu"
        name="pagu"
        label="Pagu anggaran"
        defaultValue="1,25 juta"
        errors={[ERRORS.budget]}
        required
      />
      <MonthPicker
        id="g-bulan"
        name="bulan"
        label="Bulan pelaksanaan"
        selected={["2", "3", "9"]}
        errors={[ERRORS.months]}
        required
      />
      <QuarterFields />
    </FormSection>
  );
}

function PeopleFields() {
  return (
    <FormSection title="Pelaksana">
      <CheckboxGroup
        id="g-orang"
        name="orang"
        label="Yang mengerjakan"
        hint="Boleh lebih dari satu orang."
        columns={2}
        choices={[
          { value: "kasi", label: "Sulastri", hint: "Kasi Pemerintahan" },
          { value: "kaur", label: "I Made Wirawan", hint: "Kaur Keuangan" },
          { value: "kadus", label: "Baharuddin", hint: "Kepala Dusun Melase" },
        ]}
        selected={["kasi"]}
      />
      <RadioGroup
        id="g-arah"
        name="arah"
        label="Arah indikator"
        choices={[
          { value: "naik", label: "Makin tinggi makin baik", hint: "Misalnya jumlah peserta pelatihan." },
          { value: "turun", label: "Makin rendah makin baik", hint: "Misalnya jumlah sengketa tanah." },
        ]}
        selected={["naik"]}
        required
      />
      <DateField id="g-mulai" name="mulai" label="Tanggal mulai" defaultValue="2027-02-01" required />
      <FileField
        id="g-foto"
        name="foto"
        label="Foto kegiatan"
        hint="JPG atau PNG, paling besar 10 MB."
        accept="image/jpeg,image/png"
      />
    </FormSection>
  );
}

function AccountFields() {
  return (
    <FormSection title="Akun">
      <TextField
        id="g-telepon"
        name="telepon"
        type="tel"
        inputMode="tel"
        label="Nomor telepon"
        autoComplete="tel"
        required
      />
      <PasswordField
        id="g-sandi"
        name="kata_sandi"
        label="Kata sandi"
        hint="Paling sedikit 8 huruf atau angka."
        autoComplete="new-password"
        required
      />
      <Checkbox
        id="g-setuju"
        name="setuju"
        label="Saya berwenang mendaftarkan desa ini."
        hint="Pendaftaran diperiksa sebelum halaman desa dibuka untuk umum."
        required
      />
    </FormSection>
  );
}

function QuarterFields() {
  return (
    <FieldRow columns={4}>
      {[1, 2, 3, 4].map((quarter) => (
        <NumberField
          key={quarter}
          id={`g-target-${quarter}`}
          name={`target${quarter}`}
          label={`Triwulan ${quarter}`}
          suffix="orang"
          defaultValue={String(quarter * 5)}
          width="full"
          plain
        />
      ))}
    </FieldRow>
  );
}

function SourceField() {
  return (
    <Select
      id="g-sumber"
      name="sumber"
      label="Sumber dana"
      placeholder="Pilih sumber dana"
      options={[
        { label: "Pendapatan transfer", options: [{ value: "dd", label: "Dana Desa" }] },
        { value: "pades", label: "Pendapatan Asli Desa" },
      ]}
      required
    />
  );
}
