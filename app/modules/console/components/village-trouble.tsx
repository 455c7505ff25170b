import { Notice } from "#app/ui/notice.tsx";
import type { VillageFacts } from "../load-village.server.ts";
import { subjectOf } from "../rules.ts";
import { workName } from "../words.ts";
import { Moment } from "./moment.tsx";
import { Technical } from "./technical.tsx";

/** All that goes wrong in a village, on top of its page; nothing where all is well. */
export function VillageTrouble({
  village,
  alerts,
  letters,
  failing,
}: Pick<VillageFacts, "village" | "alerts" | "letters" | "failing">) {
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {village.migrationError && (
        <Notice tone="danger" title="Migrasi terakhir gagal">
          <Technical>{village.migrationError}</Technical>
        </Notice>
      )}
      {alerts.map((alert) => (
        <Notice key={alert.id} tone={alert.severity === "gawat" ? "danger" : "warning"} title="Peringatan">
          <p>{alert.sentence}</p>
          <MoreLink href={`/operator/peringatan/${alert.id}`} label="Buka peringatan" />
        </Notice>
      ))}
      {letters.map((letter) => (
        <Notice
          key={letter.id}
          tone="warning"
          title={`Pekerjaan gagal: ${workName(subjectOf(letter.body).kind)}`}
        >
          <MoreLink href={`/operator/pekerjaan/${letter.id}`} label="Buka pekerjaan" />
        </Notice>
      ))}
      {failing.length > 0 && (
        <Notice tone="info" title="Sedang dicoba lagi">
          <ul>
            {failing.map(({ kind, attempts, dueAt, lastError }) => (
              <li key={kind}>
                {workName(kind)}: {attempts} kali gagal, berikutnya <Moment at={dueAt} />.{" "}
                {lastError && <Technical>{lastError}</Technical>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function MoreLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      {label}
    </a>
  );
}
