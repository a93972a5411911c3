/** Base58: digits and letters without 0, O, I and l, which readers confuse. */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Characters of an id: 58¹¹ is about 2⁶⁴, so that no two views meet and none can be guessed. */
export const viewIdLength = 11;

/** A random id for a saved view: 11 characters of base58, each as likely as any other. */
export function makeViewId(): string {
  let id = '';
  while (id.length < viewIdLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 232 is the largest multiple of 58 in a byte; what lies above would make some letters likelier.
      if (byte < 232 && id.length < viewIdLength) id += alphabet[byte % alphabet.length];
    }
  }
  return id;
}

/** Whether a text has the form of an id. Nothing else is looked up. */
export function isViewId(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{10,22}$/.test(text);
}

/** The short address of a saved view on this site. */
export function viewPath(id: string): string {
  return `/v/${id}`;
}
