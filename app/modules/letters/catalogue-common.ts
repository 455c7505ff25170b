import { field, KK, KTP, kind, PURPOSE, RT_NOTE, requirement } from "./kind-parts.ts";
import type { LetterKind } from "./kind-rules.ts";

/** Letters that are asked for most: the general one, domicile, poverty. */
export const COMMON_KINDS: readonly LetterKind[] = [
  kind({
    key: "umum",
    title: "Surat Keterangan",
    purpose: "Keterangan bebas untuk hal yang tidak punya jenis surat sendiri.",
    classification: "400.12.4.3",
    fields: [
      field("isi", "Isi keterangan", "long", {
        hint: "Tulis apa yang diketahui desa, misalnya: benar tinggal bersama orang tuanya.",
      }),
      PURPOSE,
    ],
    isSelfService: false,
    template: `Yang bertanda tangan di bawah ini {{ desa.kepala }} {{ desa.nama }}, {{ desa.wilayah }}, menerangkan menurut pengetahuan kami bahwa:

@identitas orang

{{ isian.isi }}

Surat keterangan ini dibuat untuk keperluan **{{ isian.keperluan }}** dan dipergunakan sebagaimana mestinya.`,
  }),
  kind({
    key: "domisili",
    title: "Surat Keterangan Domisili",
    purpose: "Menerangkan di mana seseorang tinggal.",
    classification: "400.12.2.1",
    fields: [
      field("sejak", "Tinggal sejak", "text", {
        optional: true,
        hint: "Tahun atau tanggal, bila diketahui.",
      }),
      PURPOSE,
    ],
    isSelfService: true,
    template: `Yang bertanda tangan di bawah ini {{ desa.kepala }} {{ desa.nama }}, {{ desa.wilayah }}, menerangkan menurut pengetahuan kami bahwa:

@identitas orang

Orang tersebut benar bertempat tinggal di {{ orang.alamat }}{% if isian.sejak != "" %} sejak {{ isian.sejak }}{% endif %}.

Surat keterangan ini dibuat atas keterangan pemohon untuk keperluan **{{ isian.keperluan }}** dan dipergunakan sebagaimana mestinya.`,
  }),
  kind({
    key: "tidak-mampu",
    title: "Surat Keterangan Tidak Mampu",
    purpose: "Untuk keringanan biaya sekolah, berobat, dan bantuan.",
    classification: "400.9.14",
    promised: "T1",
    chain: { review: ["kasi"], signer: "head" },
    fields: [
      field("untuk", "Dipakai untuk siapa", "text", {
        optional: true,
        hint: "Bila untuk anggota keluarga, tulis nama dan hubungannya.",
      }),
      field("penghasilan", "Penghasilan sebulan", "money", { optional: true }),
      field("desil", "Desil DTSEN", "choice", {
        optional: true,
        choices: ["1", "2", "3", "4", "5", "6 sampai 10", "Belum terdata"],
      }),
      PURPOSE,
    ],
    requirements: [
      KTP,
      KK,
      requirement("Pernyataan pemohon tentang keadaan ekonominya"),
      requirement("Keterangan kepala dusun atau ketua RT", "diminta"),
      RT_NOTE,
    ],
    isSelfService: true,
    template: `Yang bertanda tangan di bawah ini {{ desa.kepala }} {{ desa.nama }}, {{ desa.wilayah }}, menerangkan menurut pengetahuan kami dan keterangan pemohon bahwa:

@identitas orang
{% if isian.penghasilan != "" %}
Penghasilan sebulan :: {{ isian.penghasilan }}
{% endif %}
{% if isian.desil != "" %}
Desil menurut DTSEN :: {{ isian.desil }}
{% endif %}

Orang tersebut menurut pengetahuan kami tergolong keluarga yang tidak mampu.
{% if isian.untuk != "" %}
Surat ini dipakai untuk **{{ isian.untuk }}**.
{% endif %}

Surat keterangan ini dibuat untuk keperluan **{{ isian.keperluan }}** dan dipergunakan sebagaimana mestinya.`,
  }),
];
