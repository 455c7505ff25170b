import { createHash, type Hash } from "node:crypto";
import { Zip, ZipDeflate, type ZipInputFile, ZipPassThrough } from "fflate";
import { utf8 } from "../sealed/bytes.ts";

/** A zip that comes into being chunk by chunk; what is written waits until somebody takes it. */
export class ZipStream {
  readonly #zip: Zip;
  readonly #now: Date;
  #ready: Uint8Array[] = [];
  #failure: Error | null = null;
  /** SHA-256 of each entry, as `sha256sum -c` reads them. */
  readonly #sums: string[] = [];

  constructor(now: Date) {
    this.#now = now;
    this.#zip = new Zip((error, chunk) => {
      this.#failure ??= error;
      this.#ready.push(chunk);
    });
  }

  /** Begins an entry; the one before must have ended. */
  open(name: string, isPacked = false): ZipEntry {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = this.#now;
    this.#zip.add(file);
    return new ZipEntry(file, (sum) => this.#sums.push(`${sum}  ${name}\n`));
  }

  /** Takes what is ready. */
  take(): Uint8Array[] {
    if (this.#failure) throw this.#failure;
    return this.#ready.splice(0);
  }

  /** The last entry, with the sums of all before, and the zip's end. */
  finish(): Uint8Array[] {
    const sums = utf8(this.#sums.join(""));
    this.open("SHA256SUMS.txt").end(sums);
    this.#zip.end();
    return this.take();
  }
}

/** One file in a zip that is being written. */
export class ZipEntry {
  readonly #file: ZipInputFile & { push(chunk: Uint8Array, isLast?: boolean): void };
  readonly #hash: Hash = createHash("sha256");
  readonly #onEnd: (sum: string) => void;

  constructor(
    file: ZipInputFile & { push(chunk: Uint8Array, isLast?: boolean): void },
    onEnd: (sum: string) => void,
  ) {
    this.#file = file;
    this.#onEnd = onEnd;
  }

  write(text: string | Uint8Array): void {
    const bytes = typeof text === "string" ? utf8(text) : text;
    this.#hash.update(bytes);
    this.#file.push(bytes);
  }

  end(text: string | Uint8Array = ""): void {
    const bytes = typeof text === "string" ? utf8(text) : text;
    this.#hash.update(bytes);
    this.#file.push(bytes, true);
    this.#onEnd(this.#hash.digest("hex"));
  }
}
