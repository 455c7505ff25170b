import { localPhone } from "#app/modules/accounts/identity-rules.ts";
import { whatsAppAddress } from "#app/modules/accounts/link-rules.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { formatDateTime, type ZoneName } from "#app/ui/format.ts";
import { claimNumber } from "../claim-rules.ts";

export interface ClaimFactsProps {
  claim: {
    id: string;
    name: string;
    position: string;
    decree: string | null;
    statement: string | null;
    askedAt: string;
    decidedAt: string | null;
    reason: string | null;
  };
  phone: string | null;
  place: string;
  village: { state: string; isVerified: boolean; createdAt: string } | null;
  /** Address of the letter; null where there is none. */
  letterHref: string | null;
  zone: ZoneName;
}

const STATES: Record<string, string> = {
  provisioning: "Sedang disiapkan",
  active: "Aktif",
  suspended: "Ditangguhkan",
};

/** Who asks, for which village, on what, and how to reach him. */
export function ClaimFacts({ claim, phone, place, village, letterHref, zone }: ClaimFactsProps) {
  const at = (instant: string) => formatDateTime(new Date(instant), zone);
  const trust = village?.isVerified ? "terverifikasi" : "belum terverifikasi";
  return (
    <div className="max-w-text">
      <DefinitionList
        items={[
          { term: "Nomor", value: claimNumber(claim.id) },
          { term: "Desa", value: place },
          {
            term: "Keadaan desa",
            value: village
              ? `${STATES[village.state] ?? village.state}, ${trust}; terdaftar ${at(village.createdAt)}`
              : "Sudah tidak ada",
          },
          { term: "Diajukan", value: at(claim.askedAt) },
          { term: "Dari", value: `${claim.name}, ${positionTitle(claim.position)}` },
          { term: "Telepon", value: phone && <Phone phone={phone} /> },
          { term: "Nomor SK", value: claim.decree },
          {
            term: "Pernyataan",
            value: claim.statement && (
              <span className="whitespace-pre-line break-words">{claim.statement}</span>
            ),
          },
          {
            term: "Surat",
            value: letterHref && (
              <ButtonLink href={letterHref} icon="file" target="_blank" rel="noopener">
                Buka surat
              </ButtonLink>
            ),
          },
          ...(claim.decidedAt ? [{ term: "Diputuskan", value: at(claim.decidedAt) }] : []),
          ...(claim.reason ? [{ term: "Alasan", value: claim.reason }] : []),
        ]}
      />
    </div>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      {localPhone(phone)}
      <a
        href={whatsAppAddress("", phone)}
        target="_blank"
        rel="noopener"
        className="inline-flex min-h-11 items-center"
      >
        Hubungi lewat WhatsApp
      </a>
    </span>
  );
}
