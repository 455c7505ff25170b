import type { LetterheadBlock, LetterheadLine } from "#app/platform/document/blocks.ts";
import { cx } from "#app/ui/cx.ts";
import { Emblem } from "./emblem.tsx";

const SIZES: Record<NonNullable<LetterheadLine["size"]>, string> = {
  small: "text-xs md:text-sm",
  normal: "text-sm md:text-base",
  large: "text-base md:text-lg",
};

/** The kop as it will stand on paper: emblem left, lines centred, a double rule. */
export function LetterheadPreview({
  letterhead,
  emblemSrc,
}: {
  letterhead: LetterheadBlock;
  emblemSrc?: string;
}) {
  return (
    <figure className="max-w-text">
      <figcaption className="mb-2 font-semibold">Beginilah kop tercetak</figcaption>
      <div className="rounded-md border border-line p-4">
        <div className="flex items-center gap-3 border-b-4 border-double border-ink pb-3">
          {emblemSrc && <Emblem src={emblemSrc} />}
          <div className="min-w-0 flex-1 text-center">
            {letterhead.lines.map(({ text, size = "normal", isBold }) => (
              <p key={text} className={cx(SIZES[size], isBold && "font-bold")}>
                {text}
              </p>
            ))}
          </div>
        </div>
      </div>
    </figure>
  );
}
