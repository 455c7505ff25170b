import { z } from "zod";
import { normalisePhone } from "#app/modules/accounts/identity-rules.ts";
import { passwordProblem } from "#app/modules/accounts/password-rules.ts";
import { SIGNUP_POSITIONS } from "#app/modules/accounts/permissions.ts";
import { WEAK_PASSWORD } from "#app/modules/accounts/words.ts";
import { kindOf, parseRegionCode } from "#db/directory/region-code.ts";
import { unreadableCode } from "./code-rules.ts";
import { slugProblem } from "./slug-rules.ts";
import { SIGNUP_WORDS as WORDS } from "./words.ts";

const villageCode = z.string({ error: WORDS.code.missing }).transform((text, check) => {
  const code = parseRegionCode(text);
  if (code && kindOf(code) !== "kelurahan") return code;
  check.addIssue({ code: "custom", message: code ? WORDS.code.kelurahan : unreadableCode(text) });
  return z.NEVER;
});

const slug = z
  .string({ error: WORDS.slug.missing })
  .trim()
  .toLowerCase()
  .superRefine((text, check) => {
    const problem = slugProblem(text);
    if (problem) check.addIssue({ code: "custom", message: WORDS.slug[problem] });
  });

const phone = z.string({ error: WORDS.phone.missing }).transform((text, check) => {
  const digits = text.length > 40 ? null : normalisePhone(text);
  if (digits) return digits;
  check.addIssue({ code: "custom", message: WORDS.phone.malformed });
  return z.NEVER;
});

/** What else was typed into the form, of which a password must not consist. */
export interface TypedNames {
  names: readonly string[];
  phone: string;
}

/** The same as typed into a form, so that a weak password is told together with whatever else is wrong. */
export function typedNames(form: FormData): TypedNames {
  const text = (name: string) => String(form.get(name) ?? "");
  return { names: [text("nama"), text("subdomain")], phone: text("telepon") };
}

/**
 * `POST /daftar`. Programs may post it directly, with a key of their own in `kunci_idempoten`.
 * @param known what the password is held against
 */
export const startSignupInput = (known: TypedNames) =>
  z.object({
    kode_desa: villageCode,
    subdomain: slug,
    nama: z
      .string({ error: WORDS.name.missing })
      .transform((text) => text.replace(/[\p{C}\s]+/gu, " ").trim())
      .pipe(z.string().min(2, WORDS.name.short).max(120, WORDS.name.long)),
    jabatan: z.enum(SIGNUP_POSITIONS as [string, ...string[]], { error: WORDS.position }),
    telepon: phone,
    kata_sandi: z
      .string({ error: WORDS.password.missing })
      .max(200, WORDS.password.long)
      .superRefine((text, check) => {
        const problem = passwordProblem(text, known);
        if (problem) check.addIssue(WEAK_PASSWORD[problem]);
      }),
    /** Of whoever won the contest of this village. */
    tiket: z.string().max(100, WORDS.ticket).optional(),
    kunci_idempoten: z
      .string()
      .regex(/^[!-~]{8,200}$/, WORDS.clientKey.malformed)
      .optional(),
  });

export const StartSignupInput = startSignupInput({ names: [], phone: "" });
export type StartSignupInput = z.infer<typeof StartSignupInput>;
