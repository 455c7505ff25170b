/** Somebody who can be called by name in a comment. */
export type Mentionable = { id: string; name: string };

const WORD_END = /[\p{L}\p{N}]/u;

/**
 * Ids of those whom a comment calls as `@Name`: the whole name, or the first word of it where only one person bears
 * it. Case does not matter; `@Budiman` does not call Budi. Of names that fit at one place the longest counts.
 */
export function findMentions(body: string, people: readonly Mentionable[]): string[] {
  const calls = callsOf(people);
  const found = new Set<string>();
  for (const { index } of body.matchAll(/@/g)) {
    const rest = body.slice(index + 1).toLowerCase();
    const call = calls.find(({ text }) => rest.startsWith(text) && !WORD_END.test(rest.charAt(text.length)));
    if (call) found.add(call.id);
  }
  return [...found];
}

/** What each person may be called, longest first. */
function callsOf(people: readonly Mentionable[]): { text: string; id: string }[] {
  const calls = people.flatMap(({ id, name }) => {
    const whole = name.trim().toLowerCase();
    const [first = whole] = whole.split(/\s+/);
    return first === whole
      ? [{ text: whole, id }]
      : [
          { text: whole, id },
          { text: first, id },
        ];
  });
  const isClear = ({ text }: { text: string }) =>
    text !== "" && new Set(calls.filter((each) => each.text === text).map(({ id }) => id)).size === 1;
  return calls.filter(isClear).sort((a, b) => b.text.length - a.text.length);
}
