/** Bytes as the letters that a link may hold, and back. */

/** Small enough to be the arguments of one call. */
const stretch = 0x2000

export function toBase64url(bytes: Uint8Array): string {
  let characters = ''
  for (let at = 0; at < bytes.length; at += stretch)
    characters += String.fromCharCode(...bytes.subarray(at, at + stretch))
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** undefined where the text is something else. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
}
