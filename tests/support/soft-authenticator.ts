import {
  createHash,
  createPrivateKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** How an authenticator of the tests behaves. */
export interface AuthenticatorFlags {
  /** Asks for a finger, a face or a PIN; true unless told. */
  verifiesUser?: boolean;
  /** Host that it signs for, whatever the options say. */
  rpId?: string;
  /** Page that it was asked on. */
  origin: string;
  counter?: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A passkey made in software (ES256, no attestation), as WebAuthn Level 3 lays its bytes out. */
export class SoftAuthenticator {
  readonly credentialId = randomBytes(16);
  readonly #privateKey: KeyObject;
  readonly #publicKey: { x: Buffer; y: Buffer };
  userHandle = "";

  constructor() {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = createPrivateKey(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
    const { x = "", y = "" } = pair.publicKey.export({ format: "jwk" });
    this.#publicKey = { x: Buffer.from(x, "base64url"), y: Buffer.from(y, "base64url") };
  }

  /** Answers the options of a registration. */
  create(
    options: { challenge: string; rp: { id?: string }; user: { id: string } },
    flags: AuthenticatorFlags,
  ): string {
    this.userHandle = options.user.id;
    const rpId = flags.rpId ?? options.rp.id ?? "";
    const authData = Buffer.concat([
      this.#head(rpId, flags, HAS_CREDENTIAL),
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      this.#coseKey(),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText("fmt"),
      cborText("none"),
      cborText("attStmt"),
      Buffer.from([0xa0]),
      cborText("authData"),
      cborBytes(authData),
    ]);
    return this.#answer({
      clientDataJSON: clientData("webauthn.create", options.challenge, flags.origin).toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** Answers the options of a sign-in. */
  get(options: { challenge: string; rpId?: string }, flags: AuthenticatorFlags): string {
    const authenticatorData = this.#head(flags.rpId ?? options.rpId ?? "", flags, 0);
    const client = clientData("webauthn.get", options.challenge, flags.origin);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(client).digest()]);
    return this.#answer({
      clientDataJSON: client.toString("base64url"),
      authenticatorData: authenticatorData.toString("base64url"),
      signature: createSign("sha256").update(signed).sign(this.#privateKey).toString("base64url"),
      userHandle: this.userHandle,
    });
  }

  #answer(response: object): string {
    const id = this.credentialId.toString("base64url");
    return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  }

  #head(rpId: string, { verifiesUser = true, counter = 0 }: AuthenticatorFlags, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = PRESENT | (verifiesUser ? VERIFIED : 0) | more;
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), count]);
  }

  /** {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y} (RFC 9053). */
  #coseKey(): Buffer {
    const { x, y } = this.#publicKey;
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(x),
      Buffer.from([0x22]),
      cborBytes(y),
    ]);
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
}
