/** A form as it waits on this device: text fields, at most one file, and whether it is to be sent. */
export interface StoredForm {
  key: string;
  action: string;
  fields: [string, string][];
  file: { field: string; name: string; blob: Blob } | null;
  isQueued: boolean;
  savedAt: number;
  /** How long it may lie here; without, as long as a draft of a report. */
  keepMillis?: number;
}

const DATABASE = "balai-formulir";
const STORE = "formulir";
/** A draft that nobody came back to. */
const KEEP_MILLIS = 60 * 86_400_000;

/** Keeps forms in IndexedDB, which holds photos too and survives a closed tab or an empty battery. */
export async function putForm(form: StoredForm): Promise<void> {
  await run("readwrite", (store) => store.put(form));
}

/** The stored form of this key, or null; what has lain here too long is not there. */
export async function findForm(key: string): Promise<StoredForm | null> {
  const form = (await run("readonly", (store) => store.get(key))) as StoredForm | undefined;
  return form && !isOld(form) ? form : null;
}

/** What one account left here. */
export async function listForms(owner: string): Promise<StoredForm[]> {
  return (await allForms()).filter((form) => form.key.startsWith(`${owner}:`) && !isOld(form));
}

export async function deleteForm(key: string): Promise<void> {
  await run("readwrite", (store) => store.delete(key));
}

/** Forgets drafts that have lain here too long: phones and office PCs are shared, and photos fill them. */
export async function deleteOlder(): Promise<void> {
  await deleteAll((await allForms()).filter(isOld));
}

/** Forgets what waits to be sent for one account and was to be kept for a short time only: it has signed out. */
export async function deleteWaiting(owner: string): Promise<void> {
  await deleteAll((await listForms(owner)).filter(({ keepMillis }) => keepMillis !== undefined));
}

async function allForms(): Promise<StoredForm[]> {
  return (await run("readonly", (store) => store.getAll())) as StoredForm[];
}

async function deleteAll(forms: StoredForm[]): Promise<void> {
  await Promise.all(forms.map(({ key }) => deleteForm(key)));
}

function isOld({ savedAt, keepMillis = KEEP_MILLIS }: StoredForm): boolean {
  return savedAt < Date.now() - keepMillis;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = use(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
