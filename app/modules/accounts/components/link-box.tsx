import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { whatsAppAddress } from "../link-rules.ts";

/** A link just made, as a text to send: by WhatsApp with one tap, or copied. It can't be shown again later. */
export function LinkBox({ text, phone, warning }: { text: string; phone: string | null; warning: string }) {
  return (
    <div className="flex max-w-form flex-col gap-5">
      <Notice tone="warning">{warning}</Notice>
      <TextArea
        id="tautan"
        name="tautan"
        label="Teks untuk dikirim"
        defaultValue={text}
        rows={6}
        readOnly
        plain
      />
      <div>
        <ButtonLink
          variant="primary"
          icon="share"
          href={whatsAppAddress(text, phone)}
          target="_blank"
          rel="noopener"
        >
          Kirim lewat WhatsApp
        </ButtonLink>
      </div>
    </div>
  );
}
