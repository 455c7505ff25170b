import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";

export interface Candidate {
  accountId: string;
  name: string;
  isHead: boolean;
}

/** Whose account is let in again. */
export function ChoosePerson({ people }: { people: readonly Candidate[] }) {
  const [first] = people;
  return (
    <form method="post" className="flex max-w-form flex-col gap-5">
      <SubmitKey />
      <Hidden name="langkah" value="buat" />
      <RadioGroup
        id="akun"
        name="akun"
        label="Akun yang dipulihkan"
        required
        selected={first ? [first.accountId] : []}
        choices={people.map(({ accountId, name, isHead }) => ({
          value: accountId,
          label: name,
          hint: isHead ? "Kepala Desa" : "Mendaftarkan desa ini; Kepala Desa belum bergabung.",
        }))}
      />
      <Notice tone="warning">
        Selama 24 jam akun ini tidak dapat menyetujui, menandatangani, mengubah perangkat, mengekspor, atau
        menghapus data desa. Pemiliknya diberi tahu di dalam Balai.
      </Notice>
      <div>
        <Button icon="lock">Buat tautan pemulihan</Button>
      </div>
    </form>
  );
}

export interface Prepared {
  id: string;
  name: string;
  /** The text with the link; null where the form was sent twice. */
  text: string | null;
  message: string;
  phone: string | null;
  messageHref: string | null;
}

/** What is to be done now: the link to its person, a word to the old number, and that on record. */
export function RecoverySteps({ prepared }: { prepared: Prepared }) {
  const { id, name, text, message, phone, messageHref } = prepared;
  return (
    <ol className="flex max-w-form list-decimal flex-col gap-8 pl-5">
      <li>
        {text ? (
          <TextArea
            id="tautan"
            name="tautan"
            label={`Sampaikan tautan ini langsung kepada ${name}`}
            hint="Hanya tampil sekarang. Berlaku 24 jam, sekali pakai."
            defaultValue={text}
            rows={5}
            readOnly
            plain
          />
        ) : (
          <p>Tautan sudah dibuat dan tidak dapat ditampilkan lagi. Bila hilang, buat yang baru.</p>
        )}
      </li>
      <li className="flex flex-col gap-3">
        <TextArea
          id="pesan"
          name="pesan"
          label="Kirim pesan ini ke nomor lama"
          hint={phone ? `Nomor yang tercatat: ${phone}` : "Akun ini tidak punya nomor telepon."}
          defaultValue={message}
          rows={5}
          readOnly
          plain
        />
        {messageHref && (
          <div>
            <ButtonLink variant="primary" icon="share" href={messageHref} target="_blank" rel="noopener">
              Kirim lewat WhatsApp
            </ButtonLink>
          </div>
        )}
      </li>
      <li>
        <form method="post" className="flex flex-col items-start gap-2">
          <SubmitKey />
          <Hidden name="langkah" value="terkirim" />
          <Hidden name="pemulihan" value={id} />
          <p>Setelah terkirim, catat pengirimannya.</p>
          <Button variant="secondary">Pesan sudah saya kirim</Button>
        </form>
      </li>
    </ol>
  );
}
