/** Makes a double tap or a retry do one thing: the server keeps the first outcome under this key. */
export function SubmitKey() {
  return <input type="hidden" name="_kunci" value={crypto.randomUUID()} />;
}
