import { officeLoader } from "#app/platform/http/handlers.ts";
import { fetchRegisterFile } from "../fetch-register-file.server.ts";
import { fileAnswer } from "../file-answer.ts";

/** A long register that a job has made. */
export const loader = officeLoader(async ({ ctx, params }) =>
  fileAnswer(await fetchRegisterFile(ctx, params.id ?? "")),
);
