/** Options of a ceremony as the server writes them: bytes are base64url. */
export interface GivenCreateOptions
  extends Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> {
  challenge: string;
  user: Omit<PublicKeyCredentialUserEntity, "id"> & { id: string };
  excludeCredentials?: GivenCredential[];
}
export interface GivenGetOptions
  extends Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> {
  challenge: string;
  allowCredentials?: GivenCredential[];
}
type GivenCredential = Omit<PublicKeyCredentialDescriptor, "id"> & { id: string };

// Older phones lack the browser's own parseCreationOptionsFromJSON and toJSON.

export function createOptionsOf(given: GivenCreateOptions): PublicKeyCredentialCreationOptions {
  return {
    ...given,
    challenge: bytesOf(given.challenge),
    user: { ...given.user, id: bytesOf(given.user.id) },
    excludeCredentials: given.excludeCredentials?.map(credentialOf),
  };
}

export function getOptionsOf(given: GivenGetOptions): PublicKeyCredentialRequestOptions {
  return {
    ...given,
    challenge: bytesOf(given.challenge),
    allowCredentials: given.allowCredentials?.map(credentialOf),
  };
}

function credentialOf(given: GivenCredential): PublicKeyCredentialDescriptor {
  return { ...given, id: bytesOf(given.id) };
}

/** What the phone answered, as JSON for the server. */
export function answerOf(credential: PublicKeyCredential): object {
  const { response } = credential;
  const isNew = response instanceof AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: isNew ? attestationOf(response) : assertionOf(response as AuthenticatorAssertionResponse),
  };
}

function attestationOf(response: AuthenticatorAttestationResponse): object {
  return {
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

function assertionOf(response: AuthenticatorAssertionResponse): object {
  return {
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle ? textOf(response.userHandle) : undefined,
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function textOf(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
