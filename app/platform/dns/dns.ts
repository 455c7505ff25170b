/** Kinds of records that Balai asks for. */
export type DnsType = "A" | "AAAA" | "CNAME" | "TXT" | "CAA";

/** Asks the DNS; a port, so that tests and other deployments bring their own resolver. */
export interface Dns {
  /**
   * @returns the values of the records of this name and kind, aliases followed for all kinds but CNAME; empty where the
   *   name has none, null where the name does not exist at all
   * @throws DnsError where nobody answered: that says nothing of the name
   */
  lookUp(name: string, type: DnsType): Promise<string[] | null>;
}

/** The resolver gave no answer that can be read. */
export class DnsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DnsError";
  }
}
