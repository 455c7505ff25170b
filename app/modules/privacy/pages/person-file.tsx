import { requireProfile } from "#app/modules/village/profile.server.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { personData, personKinds } from "#app/registry.server.ts";
import { makePersonFile } from "../person-file.server.ts";

/** All that is held on a person, as a file to hand over. */
export const loader = officeLoader(async ({ ctx, params, url, frame }) => {
  const format = url.pathname.endsWith(".json") ? "json" : "pdf";
  const register = { kinds: personKinds, data: personData };
  const profile = requireProfile(frame?.profile);
  const { bytes, mediaType, fileName } = await makePersonFile(
    ctx,
    params.id ?? "",
    format,
    profile,
    register,
  );
  const headers = {
    "content-type": mediaType,
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
  };
  return new Response(bytes, { headers });
});
