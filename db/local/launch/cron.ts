/**
 * Is a cron expression due in this minute (UTC)? Knows `*`, numbers, lists, ranges and steps in the five fields.
 * As in cron, day of month and day of week are alternatives where both are restricted.
 * @throws Error for an expression that has not five readable fields
 */
export function isCronDue(cron: string, at: Date): boolean {
  const fields = cron.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (!minute || !hour || !day || !month || !weekday || fields.length !== 5) {
    throw new Error(`not a cron expression: ${cron}`);
  }
  const isDay = matches(day, at.getUTCDate(), 1, 31);
  const isWeekday = matches(weekday.replaceAll("7", "0"), at.getUTCDay(), 0, 6);
  const areAlternatives = !day.startsWith("*") && !weekday.startsWith("*");
  return (
    matches(minute, at.getUTCMinutes(), 0, 59) &&
    matches(hour, at.getUTCHours(), 0, 23) &&
    matches(month, at.getUTCMonth() + 1, 1, 12) &&
    (areAlternatives ? isDay || isWeekday : isDay && isWeekday)
  );
}

function matches(field: string, value: number, min: number, max: number): boolean {
  return field.split(",").some((part) => {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!found) throw new Error(`not a cron field: ${field}`);
    const [, first, last, step] = found;
    const from = first === undefined ? min : Number(first);
    const until = last !== undefined ? Number(last) : first === undefined || step ? max : from;
    return value >= from && value <= until && (value - from) % Number(step ?? 1) === 0;
  });
}

const MINUTE_MS = 60_000;

/**
 * Calls `fire` for each expression in each minute in which it is due, until the returned function is called.
 * A minute that the machine slept through is not made up for: what is due stays due.
 */
export function startCronTimer(crons: readonly string[], fire: (cron: string, at: Date) => void): () => void {
  let timer: NodeJS.Timeout;
  const plan = () => {
    const next = Math.floor(Date.now() / MINUTE_MS + 1) * MINUTE_MS;
    timer = setTimeout(() => {
      const at = new Date(next);
      for (const cron of crons) if (isCronDue(cron, at)) fire(cron, at);
      plan();
    }, next - Date.now());
  };
  plan();
  return () => clearTimeout(timer);
}
