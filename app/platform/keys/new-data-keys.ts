import type { NewDataKey } from "#db/directory/data-keys.ts";
import { newToken } from "../ids.ts";
import { KEY_BYTES } from "./cipher.ts";
import type { MasterKeys } from "./master-keys.ts";

/** Letters of a data key's id: short, since it stands in each sealed value. */
const ID_LETTERS = 12;

/** Fresh random keys of an owner, one per purpose, wrapped under the present master key; stored nowhere yet. */
export function newDataKeys(
  masterKeys: MasterKeys,
  owner: string,
  purposes: readonly NewDataKey["purpose"][],
): Promise<NewDataKey[]> {
  return Promise.all(
    purposes.map(async (purpose) => {
      const name = { id: newToken().slice(0, ID_LETTERS), owner, purpose };
      return { ...name, ...(await masterKeys.wrap(name, crypto.getRandomValues(new Uint8Array(KEY_BYTES)))) };
    }),
  );
}
