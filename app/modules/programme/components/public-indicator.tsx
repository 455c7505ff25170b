import { Disclosure } from "#app/ui/card.tsx";
import { ProgressBar } from "#app/ui/progress.tsx";
import { achievementWords, shownPercent } from "../achievement-words.ts";
import { PUBLIC_WORDS } from "../public-words.ts";
import type { MeasuredIndicator } from "../report-rules.ts";
import type { TargetVersion } from "../rules.ts";
import { DIRECTION_NAMES } from "../words.ts";
import { TargetHistory } from "./target-history.tsx";

export interface PublicIndicatorProps {
  indicator: MeasuredIndicator & { versions: readonly TargetVersion[] };
}

/** What was to be reached, what was reached, and each change of the target with its reason. */
export function PublicIndicator({ indicator }: PublicIndicatorProps) {
  const { id, name, direction, versions } = indicator;
  return (
    <div className="avoid-break flex flex-col gap-2 rounded-md border border-line p-4">
      <h3 className="font-semibold">{name}</h3>
      <ProgressBar label={achievementWords(indicator)} percent={shownPercent(indicator)} />
      <p className="text-sm text-ink-soft">{DIRECTION_NAMES[direction]}.</p>
      {versions.length > 1 && (
        <Disclosure summary={PUBLIC_WORDS.targetHistory}>
          <TargetHistory
            versions={versions.map(({ version, validFrom, reason, targets: [q1, q2, q3, q4] }) => ({
              id: `${id}-${version}`,
              version,
              validFrom,
              reason,
              q1,
              q2,
              q3,
              q4,
            }))}
          />
        </Disclosure>
      )}
    </div>
  );
}
