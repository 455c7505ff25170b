import { isLivingDatabase } from "../../names.ts";
import { readBackupKeys } from "../../sealed/seal-key.ts";
import type { ShippingOptions } from "./shipper.ts";

/** Days for which any minute can be restored. */
const MINUTE_DAYS = 7;

/**
 * How the logs of an installation's databases are shipped.
 * @param backupKey BACKUP_KEY
 * @throws SealError where it is malformed
 */
export function shippingUnder(backupKey: string, onTrouble?: ShippingOptions["onTrouble"]): ShippingOptions {
  return { keys: readBackupKeys(backupKey), ships: isLivingDatabase, keepDays: MINUTE_DAYS, onTrouble };
}
