/** Names the message that tells somebody of his disposition: he gets it once. */
export function dispositionKey(id: string): string {
  return `mail.disposition:${id}`;
}
