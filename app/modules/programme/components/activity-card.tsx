import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { MonthStrip } from "#app/ui/month-strip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { monthsFromMask } from "../calendar-rules.ts";
import { formatRupiah } from "../format-rules.ts";
import type { ActivityRow } from "../queries.server.ts";
import { ReviewStateBadge } from "./state-badge.tsx";

export interface ActivityCardProps {
  activity: Pick<
    ActivityRow,
    "id" | "name" | "version" | "activityCode" | "months" | "budget" | "reviewState" | "reviewReason"
  >;
  responsible: string;
  /** Sentences on what the plan still lacks. */
  problems?: readonly string[];
  showsReview: boolean;
  canPlan: boolean;
  canDrop: boolean;
  children?: ReactNode;
}

/** One activity in the list of its section: what, when, who, how much, and what it still lacks. */
export function ActivityCard({
  activity,
  responsible,
  problems = [],
  showsReview,
  canPlan,
  canDrop,
  children,
}: ActivityCardProps) {
  return (
    <Card
      title={activity.name}
      href={`/kantor/program-kerja/kegiatan/${activity.id}`}
      badge={showsReview ? <ReviewStateBadge state={activity.reviewState} /> : undefined}
      actions={
        (canPlan || canDrop) && (
          <>
            {canPlan && (
              <ButtonLink href={`/kantor/program-kerja/kegiatan/${activity.id}/rencana`} icon="edit">
                Atur rencana
              </ButtonLink>
            )}
            {canPlan && showsReview && activity.reviewState === "returned" && (
              <ResubmitForm activity={activity} />
            )}
            {canDrop && (
              <ButtonLink
                href={`/kantor/program-kerja/kegiatan/${activity.id}/coret`}
                variant="quiet"
                icon="cross"
              >
                Coret
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <MonthStrip months={monthsFromMask(activity.months)} />
      <p className="text-sm text-ink-soft">
        {[activity.activityCode ?? "Tanpa kode", responsible, formatRupiah(activity.budget)].join(" · ")}
      </p>
      {activity.reviewState === "returned" && (
        <Notice tone="warning" title="Dikembalikan Kepala Desa">
          {activity.reviewReason}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="info" title="Belum lengkap">
          {problems.join(" ")}
        </Notice>
      )}
      {children}
    </Card>
  );
}

/** Sends a mended activity back to the Kepala Desa without touching the rest of the programme. */
function ResubmitForm({ activity }: { activity: Pick<ActivityRow, "id" | "version"> }) {
  return (
    <form method="post" action={`/kantor/program-kerja/kegiatan/${activity.id}/rencana`}>
      <SubmitKey />
      <Hidden name="versi" value={String(activity.version)} />
      <Button type="submit" icon="send" name="maksud" value="ajukan-lagi">
        Ajukan lagi
      </Button>
    </form>
  );
}
