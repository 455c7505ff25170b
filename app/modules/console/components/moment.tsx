import { DateTimeText } from "#app/ui/text.tsx";

/** An instant as operators read it, in WIB; null where it never was. */
export function Moment({ at, never = "belum pernah" }: { at: string | null; never?: string }) {
  if (at === null) return <span className="text-ink-soft">{never}</span>;
  return <DateTimeText at={new Date(at)} zone="WIB" />;
}
