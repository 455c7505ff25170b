import type { OfficeCtx } from "#app/context.ts";
import { trialDaysLeft } from "#app/platform/trial.ts";
import { Notice } from "#app/ui/notice.tsx";

export interface TrustBannerProps {
  isVerified: boolean;
  /** Null where there is no trial. */
  trialDaysLeft: number | null;
  /** Why the village is suspended; null where it is not. */
  suspendedReason: string | null;
  /** On the desk all is said; on other pages it must not fill the first screen of a phone. */
  isBrief: boolean;
  /** May this person ask for verification? */
  mayAsk: boolean;
}

/** What the banner needs, from the tenant alone. */
export function trustFacts({ tenant, actor, now }: OfficeCtx, path: string): TrustBannerProps {
  return {
    isBrief: path !== "/kantor",
    isVerified: tenant.isVerified,
    trialDaysLeft: trialDaysLeft(tenant.trialEndsAt, now),
    suspendedReason: tenant.isSuspended ? (tenant.suspendedReason ?? "") : null,
    mayAsk: actor.permissions.has("village.settings"),
  };
}

/** On every page of the office of a village that is trying out, or suspended: what that means, and what to do. */
export function TrustBanner(props: TrustBannerProps) {
  const { isVerified, isBrief, trialDaysLeft, suspendedReason, mayAsk } = props;
  if (suspendedReason !== null)
    return (
      <Notice tone="danger" title="Desa ini sedang ditangguhkan">
        <p>{suspendedReason}</p>
        <p>Data dapat dibaca dan diunduh, tetapi tidak dapat diubah.</p>
        {mayAsk && <AskLink label="Keadaan desa dan keberatan" />}
      </Notice>
    );
  if (isVerified) return null;
  return (
    <Notice tone="info">
      <p>
        Desa belum terverifikasi{trialDaysLeft !== null && <>; masa uji coba tinggal {trialDaysLeft} hari</>}.
        {!isBrief &&
          " Kantor sudah dapat dipakai, halaman untuk umum belum tampil, dan dokumen bertanda uji coba."}
      </p>
      {mayAsk && <AskLink label="Minta verifikasi" />}
    </Notice>
  );
}

function AskLink({ label }: { label: string }) {
  return (
    <a href="/kantor/verifikasi" className="inline-flex min-h-11 items-center">
      {label}
    </a>
  );
}
