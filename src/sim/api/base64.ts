/** Base64, as Secrets and binary ConfigMaps hold it. */
import { utf8 } from './utf8.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function base64OfText(text: string): string {
  const bytes = utf8(text)
  let encoded = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3)
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    encoded += alphabet[word >> 18]
    encoded += alphabet[(word >> 12) & 63]
    encoded += b === undefined ? '=' : alphabet[(word >> 6) & 63]
    encoded += c === undefined ? '=' : alphabet[word & 63]
  }
  return encoded
}

/** Where the text stops being base64, as Go's decoder counts (line breaks are skipped); undefined: nowhere. */
export function base64Fault(text: string): number | undefined {
  let place = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (character === '\n' || character === '\r') continue
    if (character === '=') return paddingFault(text, i, place % 4)
    if (!alphabet.includes(character)) return i
    place++
  }
  return place % 4 === 0 ? undefined : text.length - (place % 4)
}

export function base64Bytes(text: string): number {
  const digits = text.replace(/[\r\n=]/g, '').length
  return Math.floor((digits * 3) / 4)
}

/** At `start` stands the first "=" of a group in which `place` digits came before. */
function paddingFault(text: string, start: number, place: number): number | undefined {
  if (place < 2) return start
  const rest = text.slice(start).replace(/[\r\n]/g, '')
  const expected = place === 2 ? '==' : '='
  if (rest === expected) return undefined
  if (rest.startsWith(expected)) return start + expected.length
  return place === 2 && rest.length === 1 ? text.length : start + 1
}
