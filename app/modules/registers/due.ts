import type { DueHandler } from "#app/platform/jobs/due.ts";
import { makeRegisterFile, removeOldFiles } from "./make-register-file.server.ts";
import { FILES_KIND, findOpenFile } from "./register-files.server.ts";

/** Goes on with long registers, one step a run and a message to itself for the next, and removes files whose time is over. */
export const registerFilesDue: DueHandler = {
  kind: FILES_KIND,
  run: async (ctx) => {
    await makeRegisterFile(ctx);
    const nextDueAt = await removeOldFiles(ctx);
    if (!(await findOpenFile(ctx.db))) return { nextDueAt };
    await ctx.queue.send({ kind: "run-village-due", villageId: ctx.tenant.villageId });
    return { nextDueAt: ctx.now };
  },
};
