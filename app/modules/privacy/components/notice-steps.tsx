import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { formatDateTime, type ZoneName } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { missingNotices, NOTICE_TARGETS, type NoticeTarget } from "../breach-rules.ts";
import type { BreachRow } from "../breaches.server.ts";
import { TellForm } from "./tell-form.tsx";

interface NoticeStepsProps {
  breach: BreachRow;
  /** Is this the step that comes next? */
  isNext: boolean;
  moment: { tanggal: string; jam: string };
  zone: ZoneName;
  reply: FormReply | undefined;
}

const TITLES = {
  subjek: "Orang yang datanya terkena",
  lembaga: "Lembaga pelindungan data (sementara: Kementerian Komunikasi dan Digital)",
  umum: "Masyarakat",
} as const;

/** Second step of a breach: the letters to print, and who was told when. */
export function NoticeSteps({ breach, isNext, moment, zone, reply }: NoticeStepsProps) {
  const told = {
    subjek: breach.subjectsToldAt,
    lembaga: breach.authorityToldAt,
    umum: breach.publicToldAt,
  };
  const missing = missingNotices(breach);
  const shown = NOTICE_TARGETS.filter((target) => told[target] || missing.includes(target));
  return (
    <section aria-labelledby="langkah-2" className="flex flex-col gap-4">
      <h2 id="langkah-2" className="text-lg">
        2. Pemberitahuan tertulis
      </h2>
      <ul className="flex flex-col border-t border-line">
        {shown.map((target) => (
          <NoticeRow key={target} breachId={breach.id} target={target} toldAt={told[target]} zone={zone} />
        ))}
      </ul>
      {(breach.closedAt === null || reply) && (
        <TellForm
          breach={breach}
          isNext={isNext}
          targets={shown}
          titles={TITLES}
          moment={moment}
          reply={reply}
        />
      )}
    </section>
  );
}

interface NoticeRowProps {
  breachId: string;
  target: NoticeTarget;
  toldAt: string | null;
  zone: ZoneName;
}

function NoticeRow({ breachId, target, toldAt, zone }: NoticeRowProps) {
  return (
    <li className="flex flex-col gap-3 border-b border-line py-3 sm:flex-row sm:items-center sm:justify-between">
      <div className="flex flex-col items-start gap-1">
        <p className="font-semibold">{TITLES[target]}</p>
        {toldAt ? (
          <StatusBadge tone="good">Diberi tahu {formatDateTime(Date.parse(toldAt), zone)}</StatusBadge>
        ) : (
          <StatusBadge tone="waiting">Belum diberi tahu</StatusBadge>
        )}
      </div>
      <ButtonLink href={`/kantor/data-pribadi/insiden/${breachId}/surat.pdf?untuk=${target}`} icon="print">
        Cetak {target === "umum" ? "pengumuman" : "surat"}
      </ButtonLink>
    </li>
  );
}
