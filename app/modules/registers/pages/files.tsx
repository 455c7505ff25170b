import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime, formatNumber, type ZoneName } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { listFiles } from "../list-files.server.ts";
import { FILE_WORDS } from "../words.ts";

const HERE = "/kantor/register/berkas";
const REFRESH_SECONDS = 4;
const TONES: Record<keyof typeof FILE_WORDS.states, StatusTone> = {
  waiting: "waiting",
  making: "waiting",
  ready: "good",
  failed: "bad",
  gone: "neutral",
};

export const loader = officeLoader(async ({ ctx, url }) => ({
  files: await listFiles(ctx),
  isFollowed: url.searchParams.has("ikuti"),
  zone: ctx.tenant.timeZone,
}));

type File = Awaited<ReturnType<typeof listFiles>>[number];

const isOpen = ({ state }: File) => state === "waiting" || state === "making";

export default function Files() {
  const { files, isFollowed, zone } = useLoaderData<typeof loader>();
  const isWorking = files.some(isOpen);
  return (
    <>
      <title>Berkas register</title>
      {isWorking && isFollowed && <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />}
      <PageHeader
        title="Berkas register"
        lead="Register panjang yang Anda minta sebagai PDF, XLSX, atau CSV."
        back={{ href: "/kantor/register", label: "Register desa" }}
      />
      {files.length === 0 && (
        <EmptyState icon="file" title={FILE_WORDS.none}>
          {FILE_WORDS.noneMore}
        </EmptyState>
      )}
      <ul className="flex max-w-text flex-col gap-4">
        {files.map((file) => (
          <li key={file.id} className="flex flex-col gap-2 rounded-md border border-line p-4">
            <FileLine file={file} zone={zone} />
          </li>
        ))}
      </ul>
      {isWorking && (
        <p className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href={HERE}>{isFollowed ? "Berhenti memperbarui" : "Perbarui halaman"}</ButtonLink>
          {!isFollowed && (
            <ButtonLink href={`${HERE}?ikuti=1`} variant="quiet">
              Perbarui terus
            </ButtonLink>
          )}
        </p>
      )}
    </>
  );
}

function FileLine({ file, zone }: { file: File; zone: ZoneName }) {
  const { id, name, when, format, state, progress, rowCount, goesAt } = file;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="text-base">{`${name}, ${when} (${format})`}</h2>
        <StatusBadge tone={TONES[state]}>{FILE_WORDS.states[state]}</StatusBadge>
      </div>
      {isOpen(file) && (
        <ProgressBar
          label={`${formatNumber(progress)} dari ${formatNumber(rowCount)} baris`}
          percent={(100 * progress) / Math.max(1, rowCount)}
          decimals={0}
        />
      )}
      {state === "failed" && <p>{FILE_WORDS.failedBody}</p>}
      {state === "ready" && (
        <>
          <p className="text-sm text-ink-soft">{`${formatNumber(rowCount)} baris, tersedia sampai ${formatDateTime(new Date(goesAt), zone)}.`}</p>
          <p>
            <ButtonLink href={`${HERE}/${id}`} variant="primary" icon="download">
              {`Unduh ${format}`}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}
