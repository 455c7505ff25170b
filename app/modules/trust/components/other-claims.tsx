import { Notice } from "#app/ui/notice.tsx";

/** What else waits about the same village: it is weighed together. */
export function OtherClaims({
  others,
  base,
}: {
  others: readonly { id: string; kind: "verification" | "contest"; name: string }[];
  base: string;
}) {
  if (others.length === 0) return null;
  return (
    <Notice tone="warning" title="Ada permintaan lain tentang desa yang sama">
      <ul>
        {others.map(({ id, kind, name }) => (
          <li key={id}>
            <a href={`${base}/${id}`} className="inline-flex min-h-11 items-center">
              {kind === "contest" ? "Sanggahan" : "Surat pengantar"} dari {name}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
