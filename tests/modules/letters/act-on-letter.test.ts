import { expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { actOnLetter } from "#app/modules/letters/act-on-letter.server.ts";

it.each(["constructor", "toString", "hasOwnProperty", "__proto__", "x"])(
  "what a form wants is one of the buttons, never a name that every object has: %s",
  async (maksud) => {
    const form = new FormData();
    form.set("maksud", maksud);
    const reply = await actOnLetter({} as OfficeCtx, "01", form);
    expect(reply).toMatchObject({ init: { status: 422 }, data: { error: { versi: [expect.any(String)] } } });
  },
);
