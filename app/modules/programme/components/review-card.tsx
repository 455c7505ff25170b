import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Disclosure } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { MonthStrip } from "#app/ui/month-strip.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";
import type { ReviewState } from "../rules.ts";
import { ReviewStateBadge } from "./state-badge.tsx";

export interface ReviewItem {
  id: string;
  name: string;
  version: number;
  reviewState: ReviewState;
  reviewReason: string | null;
  months: number[];
  facts: { term: string; value: string }[];
  targets: string[];
}

interface ReviewCardProps {
  item: ReviewItem;
  /** Sentence at the reason, and what was typed, where this card's form was refused. */
  refusal?: { errors: string[]; typed: string };
}

/** One activity as the Kepala Desa sees it, with his two answers. */
export function ReviewCard({ item, refusal }: ReviewCardProps) {
  return (
    <Card title={item.name} badge={<ReviewStateBadge state={item.reviewState} />}>
      <MonthStrip months={item.months} />
      <DefinitionList items={item.facts} />
      <ul className="list-disc pl-5 text-sm">
        {item.targets.map((target) => (
          <li key={target}>{target}</li>
        ))}
      </ul>
      {item.reviewReason && <p className="text-sm">Catatan: {item.reviewReason}</p>}
      <Disclosure summary="Kembalikan dengan alasan" open={refusal !== undefined}>
        <form method="post" className="flex flex-col gap-3">
          <Answer item={item} />
          <TextField
            id={`alasan-${item.id}`}
            name="alasan"
            label="Alasan"
            errors={refusal?.errors}
            defaultValue={refusal?.typed}
            required
          />
          <Button type="submit" variant="danger" name="putusan" value="returned">
            Kembalikan kegiatan
          </Button>
        </form>
      </Disclosure>
      <div className="flex flex-wrap gap-3">
        {item.reviewState !== "accepted" && (
          <form method="post">
            <Answer item={item} />
            <Button type="submit" variant="secondary" icon="check" name="putusan" value="accepted">
              {item.reviewState === "returned" ? "Cabut pengembalian" : "Terima"}
            </Button>
          </form>
        )}
        <ButtonLink variant="quiet" href={`/kantor/program-kerja/kegiatan/${item.id}`}>
          Lihat selengkapnya
        </ButtonLink>
      </div>
    </Card>
  );
}

function Answer({ item }: { item: ReviewItem }) {
  return (
    <>
      <SubmitKey />
      <Hidden name="kegiatan" value={item.id} />
      <Hidden name="versi" value={String(item.version)} />
    </>
  );
}
