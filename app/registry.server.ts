import type { RestoreRules } from "#db/restore/restore-rules.ts";
import { accountsAuditSubjects } from "./modules/accounts/audit-subjects.server.ts";
import { accountLists } from "./modules/accounts/exported-lists.server.ts";
import { accountsHandover } from "./modules/accounts/handover.server.ts";
import { accountData, accountKind } from "./modules/accounts/person-data.server.ts";
import { accountsCarried } from "./modules/accounts/restore-rules.ts";
import { accountRecordsKept, accountRetention } from "./modules/accounts/retention.ts";
import { accountFields } from "./modules/accounts/sealed-fields.ts";
import { complaintsAuditSubjects } from "./modules/complaints/audit-subjects.server.ts";
import { complaintsDue } from "./modules/complaints/due.ts";
import { complaintLists } from "./modules/complaints/exported-lists.server.ts";
import { complaintsHandover } from "./modules/complaints/handover.server.ts";
import { complaintsPersonData } from "./modules/complaints/person-data.server.ts";
import { complaintsQueue } from "./modules/complaints/queue.server.ts";
import { complaintReceipts } from "./modules/complaints/receipt-subject.server.ts";
import { complaintRecordsKept, complaintRetention } from "./modules/complaints/retention.ts";
import { complaintFields } from "./modules/complaints/sealed-fields.ts";
import { usageDue } from "./modules/console/due.ts";
import { mailAuditSubjects } from "./modules/correspondence/audit-subjects.server.ts";
import { mailDue } from "./modules/correspondence/due.ts";
import { mailLists } from "./modules/correspondence/exported-lists.server.ts";
import { mailHandover } from "./modules/correspondence/handover.server.ts";
import { mailPersonData } from "./modules/correspondence/person-data.server.ts";
import { mailQueue } from "./modules/correspondence/queue.server.ts";
import { mailRecordsKept } from "./modules/correspondence/retention.ts";
import { createDataDue } from "./modules/data/due.ts";
import { dukcapilAuditSubjects } from "./modules/dukcapil/audit-subjects.server.ts";
import { dukcapilLists } from "./modules/dukcapil/exported-lists.server.ts";
import { dukcapilPersonData } from "./modules/dukcapil/person-data.server.ts";
import { dukcapilQueue } from "./modules/dukcapil/queue.server.ts";
import { dukcapilReceipts } from "./modules/dukcapil/receipt-subject.server.ts";
import { dukcapilRetention } from "./modules/dukcapil/retention.ts";
import { dukcapilFields } from "./modules/dukcapil/sealed-fields.ts";
import { informationAuditSubjects } from "./modules/information/audit-subjects.server.ts";
import { informationDue } from "./modules/information/due.ts";
import { informationLists } from "./modules/information/exported-lists.server.ts";
import { applicantData, applicantKind } from "./modules/information/person-data.server.ts";
import { informationQueue } from "./modules/information/queue.server.ts";
import { informationReceipts } from "./modules/information/receipt-subject.server.ts";
import { informationRecordsKept, informationRetention } from "./modules/information/retention.ts";
import { informationFields } from "./modules/information/sealed-fields.ts";
import { lettersAuditSubjects } from "./modules/letters/audit-subjects.server.ts";
import { letterPrintDue } from "./modules/letters/due.ts";
import { letterLists } from "./modules/letters/exported-lists.server.ts";
import { lettersHandover } from "./modules/letters/handover.server.ts";
import { LETTER_SERIES } from "./modules/letters/number-series.ts";
import { lettersPersonData } from "./modules/letters/person-data.server.ts";
import { lettersQueue } from "./modules/letters/queue.server.ts";
import { letterReceipts } from "./modules/letters/receipt-subject.server.ts";
import { lettersCarried } from "./modules/letters/restore-rules.ts";
import { letterRecordsKept } from "./modules/letters/retention.ts";
import { letterFields } from "./modules/letters/sealed-fields.ts";
import { permitAuditSubjects } from "./modules/permits/audit-subjects.server.ts";
import { permitLists } from "./modules/permits/exported-lists.server.ts";
import { permitPersonData } from "./modules/permits/person-data.server.ts";
import { permitQueue } from "./modules/permits/queue.server.ts";
import { permitReceipts } from "./modules/permits/receipt-subject.server.ts";
import { permitsCarried } from "./modules/permits/restore-rules.ts";
import { permitRecordsKept } from "./modules/permits/retention.ts";
import { permitFields } from "./modules/permits/sealed-fields.ts";
import { populationAuditSubjects } from "./modules/population/audit-subjects.server.ts";
import { populationLists } from "./modules/population/exported-lists.server.ts";
import { residentData, residentKind } from "./modules/population/person-data.server.ts";
import { populationRecordsKept } from "./modules/population/retention.ts";
import { populationFields } from "./modules/population/sealed-fields.ts";
import { portalAuditSubjects } from "./modules/portal/audit-subjects.server.ts";
import { domainsDue } from "./modules/portal/due.ts";
import { portalLists } from "./modules/portal/exported-lists.server.ts";
import { createPrivacyDue } from "./modules/privacy/due.ts";
import { privacyLists } from "./modules/privacy/exported-lists.server.ts";
import { privacyQueue } from "./modules/privacy/queue.server.ts";
import { privacyCarried } from "./modules/privacy/restore-rules.ts";
import { privacyRecordsKept, privacyRetention } from "./modules/privacy/retention.ts";
import { programmeAuditSubjects } from "./modules/programme/audit-subjects.server.ts";
import { programmeDue } from "./modules/programme/due.ts";
import { programmeLists } from "./modules/programme/exported-lists.server.ts";
import { programmeHandover } from "./modules/programme/handover.server.ts";
import { programmePersonData } from "./modules/programme/person-data.server.ts";
import { programmeQueue } from "./modules/programme/queue.server.ts";
import { receiptRetention } from "./modules/receipts/retention.ts";
import { registerAuditSubjects } from "./modules/registers/audit-subjects.server.ts";
import { registerFilesDue } from "./modules/registers/due.ts";
import { registersPersonData } from "./modules/registers/person-data.server.ts";
import { registerRecordsKept } from "./modules/registers/retention.ts";
import { registerFields } from "./modules/registers/sealed-fields.ts";
import { residentAccountLists } from "./modules/resident-accounts/exported-lists.server.ts";
import { residentAccountData } from "./modules/resident-accounts/person-data.server.ts";
import { residentAccountsQueue } from "./modules/resident-accounts/queue.server.ts";
import {
  residentAccountsCarried,
  residentAccountsCleared,
} from "./modules/resident-accounts/restore-rules.ts";
import { residentAccountRetention } from "./modules/resident-accounts/retention.ts";
import { residentAccountFields } from "./modules/resident-accounts/sealed-fields.ts";
import { residentImportDue } from "./modules/resident-import/due.ts";
import { importRecordsKept, importRetention } from "./modules/resident-import/retention.ts";
import { importFields } from "./modules/resident-import/sealed-fields.ts";
import { residentLettersData } from "./modules/resident-letters/person-data.server.ts";
import { residentLetterRetention } from "./modules/resident-letters/retention.ts";
import { trustDue } from "./modules/trust/due.ts";
import { trialQueue } from "./modules/trust/queue.server.ts";
import { villageLists } from "./modules/village/exported-lists.server.ts";
import { BOOK_SERIES } from "./modules/village/number-series.ts";
import type { AuditSubjects } from "./platform/audit-subjects.ts";
import { nightlyBackup } from "./platform/backup/nightly.server.ts";
import { platformCarried, platformCleared } from "./platform/backup/platform-restore.ts";
import type { DeskQueue } from "./platform/desk-queue.ts";
import type { AnyList } from "./platform/export/exported-list.ts";
import { roomQueue } from "./platform/files/room-queue.server.ts";
import type { HandoverPart } from "./platform/handover.ts";
import type { DueHandler } from "./platform/jobs/due.ts";
import { createHousekeeping, fileRetention } from "./platform/jobs/housekeeping.server.ts";
import { keysDue } from "./platform/keys/keys-due.ts";
import type { SealedField } from "./platform/keys/sealed-field.ts";
import type { PersonData, PersonKind } from "./platform/privacy/person-data.ts";
import { platformRetention } from "./platform/privacy/platform-retention.ts";
import type { KeptRecord, RetentionRule } from "./platform/privacy/retention-rule.ts";
import type { ReceiptSubject } from "./platform/receipt-subject.ts";

/** Every protected field of villages; those of the directory are in platform/keys/directory-fields.ts. */
export const sealedFields: readonly SealedField[] = [
  ...accountFields,
  ...complaintFields,
  ...letterFields,
  ...populationFields,
  ...importFields,
  ...registerFields,
  ...residentAccountFields,
  ...dukcapilFields,
  ...permitFields,
  ...informationFields,
];

/** How long each kind of record is kept: what the nightly job removes. */
export const retentionRules: readonly RetentionRule[] = [
  ...accountRetention,
  ...privacyRetention,
  ...importRetention,
  ...residentAccountRetention,
  ...residentLetterRetention,
  ...dukcapilRetention,
  ...receiptRetention,
  ...complaintRetention,
  ...platformRetention,
  fileRetention,
  ...informationRetention,
];

/** What is kept for good, and why. */
export const recordsKept: readonly KeptRecord[] = [
  ...accountRecordsKept,
  ...privacyRecordsKept,
  ...populationRecordsKept,
  ...letterRecordsKept,
  ...mailRecordsKept,
  ...registerRecordsKept,
  ...complaintRecordsKept,
  ...importRecordsKept,
  ...permitRecordsKept,
  ...informationRecordsKept,
];

/** Whose data the village holds, and what each module holds on them. */
export const personKinds: readonly PersonKind[] = [accountKind, residentKind, applicantKind];
export const personData: readonly PersonData[] = [
  accountData,
  residentData,
  complaintsPersonData,
  residentAccountData,
  residentLettersData,
  programmePersonData,
  lettersPersonData,
  mailPersonData,
  registersPersonData,
  dukcapilPersonData,
  permitPersonData,
  applicantData,
];

/** Every kind of work that falls due in villages. A new kind reaches existing villages by `npm run migrate`. */
export const dueHandlers: readonly DueHandler[] = [
  createHousekeeping(retentionRules),
  keysDue(sealedFields),
  createDataDue(sealedFields),
  nightlyBackup,
  createPrivacyDue(personData),
  programmeDue,
  residentImportDue,
  letterPrintDue,
  registerFilesDue,
  mailDue,
  complaintsDue,
  trustDue,
  usageDue,
  informationDue,
  domainsDue,
];

/** What a restore treats apart: number series, what was delivered or closed for good, what must not come back. */
export const restoreRules: RestoreRules = {
  numbers: [BOOK_SERIES, LETTER_SERIES],
  carried: [
    ...platformCarried,
    ...accountsCarried,
    ...privacyCarried,
    ...lettersCarried,
    ...residentAccountsCarried,
    ...permitsCarried,
  ],
  cleared: [...platformCleared, ...residentAccountsCleared],
};

/** Every module's part of Meja kerja, in the order in which equals stand. */
export const deskQueues: readonly DeskQueue[] = [
  trialQueue,
  roomQueue,
  privacyQueue,
  lettersQueue,
  residentAccountsQueue,
  programmeQueue,
  mailQueue,
  complaintsQueue,
  dukcapilQueue,
  permitQueue,
  informationQueue,
];

/** What an official who leaves may have in hand, module by module. */
export const handoverParts: readonly HandoverPart[] = [
  programmeHandover,
  lettersHandover,
  mailHandover,
  complaintsHandover,
  accountsHandover,
];

/** What the audit log names besides its sentences, module by module. */
export const auditSubjects: readonly AuditSubjects[] = [
  populationAuditSubjects,
  programmeAuditSubjects,
  accountsAuditSubjects,
  lettersAuditSubjects,
  mailAuditSubjects,
  registerAuditSubjects,
  complaintsAuditSubjects,
  dukcapilAuditSubjects,
  permitAuditSubjects,
  portalAuditSubjects,
  informationAuditSubjects,
];

/** Whose steps anybody reads by the code on his slip. */
export const receiptSubjects: readonly ReceiptSubject[] = [
  letterReceipts,
  complaintReceipts,
  permitReceipts,
  informationReceipts,
  dukcapilReceipts,
];

/** Every list of the office that is taken out as a file. */
export const exportedLists: readonly AnyList[] = [
  ...accountLists,
  ...complaintLists,
  ...mailLists,
  ...dukcapilLists,
  ...informationLists,
  ...letterLists,
  ...permitLists,
  ...populationLists,
  ...portalLists,
  ...privacyLists,
  ...programmeLists,
  ...residentAccountLists,
  ...villageLists,
];
