import { DATA_FORMS } from "./data-forms.ts";
import { DUKCAPIL_FORMS } from "./dukcapil-forms.ts";
import { EVENT_FORMS } from "./event-forms.ts";
import { IMPORT_FORMS } from "./import-forms.ts";
import { INFORMATION_FORMS } from "./information-forms.ts";
import { LETTER_FORMS } from "./letter-forms.ts";
import { LETTER_KIND_FORMS } from "./letter-kind-forms.ts";
import { MAIL_FORMS } from "./mail-forms.ts";
import { CONSOLE_FORMS, OVERSIGHT_FORMS } from "./oversight-forms.ts";
import { PEOPLE_FORMS } from "./people-forms.ts";
import { PERMIT_FORMS } from "./permit-forms.ts";
import { PLAN_FORMS } from "./plan-forms.ts";
import { POPULATION_FORMS } from "./population-forms.ts";
import { PORTAL_FORMS } from "./portal-forms.ts";
import { PRIVACY_FORMS } from "./privacy-forms.ts";
import { REGISTER_FORMS } from "./register-forms.ts";
import { RESIDENT_FORMS } from "./resident-forms.ts";
import { RUNNING_FORMS } from "./running-forms.ts";
import { SERVICE_FORMS } from "./service-forms.ts";
import { TRUST_FORMS } from "./trust-forms.ts";
import { VILLAGE_FORMS } from "./village-forms.ts";

/** Every form that has fields, the plan's last: dropping and closing end what the others need. */
export const FORMS = [
  ...OVERSIGHT_FORMS,
  ...TRUST_FORMS,
  ...CONSOLE_FORMS,
  ...VILLAGE_FORMS,
  ...PEOPLE_FORMS,
  ...PRIVACY_FORMS,
  ...DATA_FORMS,
  ...POPULATION_FORMS,
  ...IMPORT_FORMS,
  ...EVENT_FORMS,
  ...LETTER_KIND_FORMS,
  ...LETTER_FORMS,
  ...MAIL_FORMS,
  ...DUKCAPIL_FORMS,
  ...PERMIT_FORMS,
  ...REGISTER_FORMS,
  ...PORTAL_FORMS,
  ...INFORMATION_FORMS,
  ...SERVICE_FORMS,
  ...RESIDENT_FORMS,
  ...RUNNING_FORMS,
  ...PLAN_FORMS,
];
