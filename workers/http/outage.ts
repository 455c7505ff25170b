import { describeFailure } from "#app/platform/http/failures.ts";
import { readForm } from "#app/platform/http/read-form.ts";
import { helpCodeOf } from "#app/platform/ids.ts";
import { faultOf } from "#db/faults.ts";
import { plainPage } from "./plain-page.ts";

/** How soon a page that failed for reasons outside the program is worth another try. */
export const RETRY_AFTER_SECONDS = "30";

/** The page where something failed before the app was asked: the look-up of the village, say. */
export async function answerOutage(error: unknown, request: Request, requestId: string): Promise<Response> {
  const form = request.method === "POST" ? await readForm(request).catch(() => null) : null;
  const { status, title, sentence, again } = describeFailure(faultOf(error), form);
  return plainPage(status, title, `${sentence} Kode bantuan: ${helpCodeOf(requestId)}.`, { again });
}
