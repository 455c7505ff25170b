import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

/** Who the letter is for: one field for name, NIK or No KK. Sent by post, so that no NIK stands in an address. */
export function PersonSearch({ text = "", errors }: { text?: string; errors?: readonly string[] }) {
  return (
    <form method="post" action="/kantor/surat/baru" className="flex max-w-form flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <TextField
          id="cari-orang"
          name="cari"
          label="Surat untuk siapa?"
          hint="Nama, NIK, atau nomor KK."
          defaultValue={text}
          errors={errors}
          autoComplete="off"
          required
        />
      </div>
      <Button icon="search">Cari orang</Button>
    </form>
  );
}
