import { LinkBox } from "#app/modules/accounts/components/link-box.tsx";
import { Button } from "#app/ui/button.tsx";
import type { ZoneName } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { dayOf } from "./trial-state.tsx";

export interface TicketBoxProps {
  ticket: { usedAt: string | null; expiresAt: string } | undefined;
  /** The text with the link, for a short while after it was made. */
  ticketText: string | null;
  phone: string | null;
  /** The former village, until it is erased. */
  village: { endsAt: string | null } | null;
  zone: ZoneName;
}

/** The link with which alone the winner of a contest signs the village up; shown once, for WhatsApp. */
export function TicketBox({ ticket, ticketText, phone, village, zone }: TicketBoxProps) {
  if (!ticket) return null;
  if (ticket.usedAt)
    return (
      <Notice tone="success">Penyanggah sudah mendaftarkan desa pada {dayOf(ticket.usedAt, zone)}.</Notice>
    );
  const since = village?.endsAt ? ` Berlaku mulai ${dayOf(village.endsAt, zone)},` : " Berlaku";
  const until = `${since} sampai ${dayOf(ticket.expiresAt, zone)}.`;
  if (ticketText)
    return (
      <LinkBox
        text={ticketText}
        phone={phone}
        warning={`Kirim tautan ini hanya kepada penyanggah. Demi keamanan, tautan hanya tampil sebentar setelah dibuat.${until}`}
      />
    );
  return (
    <Notice
      actions={
        <form method="post">
          <SubmitKey />
          <Button name="langkah" value="tautan" variant="secondary">
            Buat tautan baru
          </Button>
        </form>
      }
    >
      Tautan pendaftaran untuk penyanggah tidak disimpan, jadi tidak dapat ditampilkan lagi.{until}
    </Notice>
  );
}
