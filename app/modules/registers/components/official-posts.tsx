import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { OFFICIAL_WORDS } from "../words.ts";

interface OfficialPostsProps {
  vacancies: readonly string[];
  ending: readonly { name: string; title: string; end: string }[];
}

/** Posts that nobody holds, and terms of office that end soon or are over. */
export function OfficialPosts({ vacancies, ending }: OfficialPostsProps) {
  if (vacancies.length + ending.length === 0) return null;
  return (
    <div className="mb-6 flex max-w-text flex-col gap-4">
      {vacancies.length > 0 && (
        <Notice title={OFFICIAL_WORDS.vacancies(vacancies.length)}>{vacancies.join(", ")}</Notice>
      )}
      {ending.length > 0 && (
        <Notice tone="warning" title={OFFICIAL_WORDS.ending}>
          <ul>
            {ending.map(({ name, title, end }) => (
              <li key={`${name}-${title}`}>{`${title} ${name}: ${formatDate(end)}`}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
