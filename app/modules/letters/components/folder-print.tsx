import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formatDateTime, type ZoneName } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { FOLDER_WORDS } from "../folder-words.ts";
import type { loadFolder } from "../load-folder.server.ts";

const HERE = "/kantor/surat/map";
const REFRESH_SECONDS = 4;

interface FolderPrintProps {
  print: Awaited<ReturnType<typeof loadFolder>>["prints"];
  /** Letters of the folder that whoever looks may print. */
  count: number;
  isLarge: boolean;
  isFollowed: boolean;
  zone: ZoneName;
}

/** All papers of the folder in one go: a small one at once, a large one as a file that a job makes. */
export function FolderPrint({ print, count, isLarge, isFollowed, zone }: FolderPrintProps) {
  const isWorking = print?.state === "waiting" || print?.state === "running";
  return (
    <div className="mb-6 flex flex-col gap-4">
      {isWorking && <PrintProgress print={print} isFollowed={isFollowed} />}
      {print?.state === "failed" && (
        <Notice tone="warning" title={FOLDER_WORDS.failed}>
          {FOLDER_WORDS.failedBody}
        </Notice>
      )}
      {print?.state === "done" && <ReadyPrint print={print} zone={zone} />}
      {count > 0 && !isLarge && (
        <p>
          <ButtonLink variant="primary" icon="print" href={`${HERE}/cetak.pdf`}>
            Cetak semua
          </ButtonLink>
        </p>
      )}
      {isLarge && !isWorking && (
        <form method="post">
          <SubmitKey />
          <Hidden name="maksud" value="cetak" />
          <Button icon="print" variant={print?.state === "done" ? "secondary" : undefined}>
            {`Siapkan berkas cetak (${count} surat)`}
          </Button>
        </form>
      )}
    </div>
  );
}

type Print = NonNullable<FolderPrintProps["print"]>;

/** How far the job is. The page loads itself anew for whoever wants it to. */
function PrintProgress({ print, isFollowed }: { print: Print; isFollowed: boolean }) {
  const percent = (100 * print.done) / Math.max(1, print.total);
  return (
    <section className="flex max-w-form flex-col gap-3" aria-label="Kemajuan berkas cetak">
      {isFollowed && <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />}
      <ProgressBar label={`Menyiapkan ${print.total} surat`} percent={percent} decimals={0} />
      <p className="text-ink-soft">{FOLDER_WORDS.working}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={HERE}>{isFollowed ? "Berhenti memperbarui" : "Perbarui halaman"}</ButtonLink>
        {!isFollowed && (
          <ButtonLink href={`${HERE}?ikuti=1`} variant="quiet">
            Perbarui terus
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function ReadyPrint({ print, zone }: { print: Print; zone: ZoneName }) {
  return (
    <Notice title={`Berkas cetak ${print.total - print.leftOut} surat sudah siap`}>
      <div className="flex flex-col gap-3">
        <p>
          {`Tersedia sampai ${formatDateTime(new Date(print.expiresAt), zone)}.`}
          {print.leftOut > 0 && ` ${FOLDER_WORDS.leftOut(print.leftOut)}`}
        </p>
        <p>
          <ButtonLink variant="primary" icon="print" href={`${HERE}/berkas/${print.id}`}>
            Buka dan cetak
          </ButtonLink>
        </p>
      </div>
    </Notice>
  );
}
