import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Letters } from "../components/letters.tsx";
import { LateWork, OpenSignups, Sweeps } from "../components/work.tsx";
import { loadJobs } from "../load-jobs.server.ts";

const HERE = "/operator/pekerjaan";

export const loader = oversightLoader(async ({ ctx, url }) => {
  const isSettled = url.searchParams.get("keadaan") === "selesai";
  const after = url.searchParams.get("sesudah");
  return { ...(await loadJobs(ctx, isSettled, after)), isSettled, isFirst: after === null };
});

export default function Jobs() {
  const { letters, next, isSettled, isFirst, ...jobs } = useLoaderData<typeof loader>();
  const state = isSettled ? "keadaan=selesai&" : "";
  return (
    <>
      <title>Pekerjaan</title>
      <PageHeader
        title="Pekerjaan"
        lead="Yang berjalan tanpa halaman: pekerjaan desa menurut waktunya, dan yang gagal berulang kali."
      />
      <div className="flex flex-col gap-8">
        <div>
          <Tabs
            label="Pekerjaan yang gagal"
            items={[
              { href: HERE, label: "Gagal", current: !isSettled },
              { href: `${HERE}?keadaan=selesai`, label: "Sudah selesai", current: isSettled },
            ]}
          />
          <Letters letters={letters} isSettled={isSettled} />
          <Pagination nextHref={next ? `${HERE}?${state}sesudah=${encodeURIComponent(next)}` : undefined} />
        </div>
        {!isSettled && isFirst && (
          <>
            <LateWork late={jobs.late} lateCount={jobs.lateCount} />
            <OpenSignups signups={jobs.signups} />
            <Sweeps runs={jobs.runs} />
          </>
        )}
      </div>
    </>
  );
}
