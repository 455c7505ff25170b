import type { Tenant } from "#app/context.ts";
import { formatTime } from "#app/ui/format.ts";

/** Heading over a refused change while a village's data is on its way to another home. */
export const MOVING_TITLE = "Data desa sedang dipindahkan";

/** A move takes seconds; whoever comes back after this finds it done or called off. */
const COME_BACK_MINUTES = 3;

/** When a program may try again. */
export const MOVING_HEADERS = { "retry-after": String(COME_BACK_MINUTES * 60) };

/**
 * Why nothing can be changed now, and when it can.
 * @param tenant null where a change of somebody above the villages was refused
 */
export function movingSentence(tenant: Pick<Tenant, "movingSince" | "timeZone"> | null, now: Date): string {
  const zone = tenant?.timeZone ?? "WIB";
  const since = tenant?.movingSince ? ` sejak pukul ${formatTime(new Date(tenant.movingSince), zone)}` : "";
  const back = formatTime(now.getTime() + COME_BACK_MINUTES * 60_000, zone);
  return `Data desa ini sedang dipindahkan ke tempat penyimpanan lain${since}. Sementara itu data dapat dibaca, tetapi belum dapat diubah. Kiriman Anda belum tersimpan; kirim lagi sesudah pukul ${back}.`;
}
