/** The Korean particle that fits what stands before it, also after digits and Latin letters. */
import { josa } from 'es-hangul'

export const particlePairs = [
  '이/가',
  '은/는',
  '을/를',
  '과/와',
  '으로/로',
  '이에요/예요',
  '이라/라',
] as const
export type ParticlePair = (typeof particlePairs)[number]

/** How the digits are read aloud. */
const digits = '영일이삼사오육칠팔구'
/** 퍼센트 */
const percentSign = '트'

/** "3" → "을", "web" → "를": the particle alone, without what stands before it. */
export function particleAfter(text: string, pair: ParticlePair): string {
  // The package writes this one pair the other way round.
  return josa.pick(lastSyllable(text), pair === '과/와' ? '와/과' : pair)
}

/** A Hangul syllable that ends as the text does when read aloud. */
function lastSyllable(text: string): string {
  const last = text.replace(/[^\p{L}\p{N}%]+$/u, '').at(-1) ?? ''
  if (last === '%') return percentSign
  if (/\d/.test(last)) return digits[Number(last)] as string
  if (/[a-z]/i.test(last)) return latinSyllables[last.toLowerCase()] ?? '이'
  return last === '' ? '이' : last
}

/** English words that end in these letters are written with a closing consonant in Korean; the rest with a vowel. */
const latinSyllables: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔' }
