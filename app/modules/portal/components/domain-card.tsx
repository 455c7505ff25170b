import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { DOMAIN_WORDS } from "../words.ts";

type State = keyof typeof DOMAIN_WORDS.states;

interface DomainCardProps {
  domain: {
    id: string;
    host: string;
    state: State;
    findings: readonly { sentence: string; isWrong: boolean }[];
    version: number;
    proofName: string;
  };
  target: string;
  proof: string;
}

const TONES: Record<State, StatusTone> = { waiting: "waiting", working: "good", broken: "bad" };

/** One host: what its DNS must say, what the last look found, and the buttons. */
export function DomainCard({ domain, target, proof }: DomainCardProps) {
  const { id, host, state, findings, version } = domain;
  return (
    <Card
      title={host}
      badge={<StatusBadge tone={TONES[state]}>{DOMAIN_WORDS.states[state]}</StatusBadge>}
      actions={
        <form method="post" noValidate className="flex flex-wrap gap-3">
          <SubmitKey />
          <Hidden name="id" value={id} />
          <Hidden name="versi" value={String(version)} />
          <Button icon="search" name="maksud" value="periksa">
            Periksa DNS
          </Button>
          <Button variant="quiet" name="maksud" value="lepas">
            Lepaskan alamat ini
          </Button>
        </form>
      }
    >
      {findings.length > 0 && (
        <ul className="flex flex-col gap-2" aria-label="Hasil pemeriksaan terakhir">
          {findings.map(({ sentence, isWrong }) => (
            <li key={sentence} className="flex items-start gap-2">
              <Icon
                name={isWrong ? "warning" : "check"}
                className={isWrong ? "mt-0.5 text-merah" : "mt-0.5 text-laut"}
              />
              <span className="min-w-0">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {state !== "working" && (
        <DefinitionList
          items={[
            { term: "Cara pertama: CNAME", value: `${host} ke ${target}` },
            {
              term: "Cara kedua: A dan TXT",
              value: `A ${host} ke alamat Balai, dan TXT ${domain.proofName} berisi ${proof}`,
            },
          ]}
        />
      )}
    </Card>
  );
}
