import type { TermsVersion } from "#app/platform/privacy/processor-terms.ts";

/** The text of the terms, numbered, and where the village's data lie. */
export function TermsText({ present, region }: { present: TermsVersion; region: string }) {
  return (
    <article className="mt-6 flex max-w-text flex-col gap-6">
      {present.sections.map(({ title, points }, index) => (
        <section key={title} className="avoid-break">
          <h2 className="text-lg">
            {index + 1}. {title}
          </h2>
          <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <p className="border-t border-line pt-4">
        Tempat penyimpanan data desa ini: <strong>{region}</strong>.
      </p>
    </article>
  );
}
