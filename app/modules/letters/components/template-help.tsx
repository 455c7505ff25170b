const LINES: [string, string][] = [
  ["Nama :: {{ orang.nama }}", "baris label dan nilai"],
  ["**tebal**", "huruf tebal"],
  ["# Judul bagian", "judul di dalam surat"],
  ["- butir  atau  1. butir", "daftar"],
  ["> teks", "teks di tengah"],
  ["---", "halaman baru"],
  ["@identitas orang", "tabel identitas lengkap"],
  ["@ttd", "tempat tanda tangan pejabat; tanpa ini, di akhir surat"],
  ["@ttd Pemohon | {{ orang.nama }}", "tanda tangan orang lain"],
  ["{% if isian.sejak %} ... {% endif %}", "hanya bila isian itu diisi"],
  ["{% for a in isian.ahli %} ... {% endfor %}", "diulang untuk tiap baris daftar"],
];

/** How the body of a letter is written, and every name that it may use. */
export function TemplateHelp({ names }: { names: readonly string[] }) {
  return (
    <details className="max-w-text">
      <summary className="min-h-11 py-2 font-semibold">Cara menulis isi surat</summary>
      <p className="mb-3">
        Setiap baris menjadi satu alinea. Kop, nomor, tanggal, dan tanda tangan ditambahkan sendiri.
      </p>
      <dl className="mb-4 flex flex-col gap-2">
        {LINES.map(([line, what]) => (
          <div key={line}>
            <dt>
              <code className="break-words">{line}</code>
            </dt>
            <dd className="text-sm text-ink-soft">{what}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-1 font-semibold">Nama yang dapat dipakai</p>
      <p className="break-words text-sm">
        {names.map((name, at) => (
          <span key={name}>
            {at > 0 && ", "}
            <code>{name}</code>
          </span>
        ))}
      </p>
    </details>
  );
}
