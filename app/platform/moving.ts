import type { Tenant } from "#app/context.ts";
import { formatTime } from "#app/ui/format.ts";
import { formAgain, holdsSecret } from "./http/form-again.ts";
import { typedFields } from "./http/typed-fields.ts";

/** A move takes seconds; whoever comes back after this finds it done or called off. */
const COME_BACK_MINUTES = 3;

/** How a change of a village on its way to another home is answered; a program learns when it may try again. */
export const MOVING_ANSWER = { status: 503, headers: { "retry-after": String(COME_BACK_MINUTES * 60) } };

/**
 * What whoever wants to change a village on its way to another home reads: why not, when again, and what he sent. Nothing
 * was written, so the form may go again as it is, but for one with a password.
 * @param tenant null where a change of somebody above the villages was refused
 * @param form null where a page was only to be read
 */
export function movingPage(
  tenant: Pick<Tenant, "movingSince" | "timeZone"> | null,
  now: Date,
  form: FormData | null,
) {
  const zone = tenant?.timeZone ?? "WIB";
  const since = tenant?.movingSince ? ` sejak pukul ${formatTime(new Date(tenant.movingSince), zone)}` : "";
  const back = formatTime(now.getTime() + COME_BACK_MINUTES * 60_000, zone);
  const what = form ? "Kiriman Anda belum tersimpan; kirim lagi" : "Buka lagi halaman ini";
  return {
    kind: "problem" as const,
    title: "Data desa sedang dipindahkan",
    sentence: `Data desa ini sedang dipindahkan ke tempat penyimpanan lain${since}. Sementara itu data dapat dibaca, tetapi belum dapat diubah. ${what} sesudah pukul ${back}.`,
    ...(form && { typed: typedFields(form) }),
    ...(form && !holdsSecret(form) && { again: formAgain(form) }),
  };
}
