/**
 * Fills the slots of a text. `{name}` stands for a value. In Korean `{name|이/가}` is the value followed by the particle that
 * fits it; in English `{n|pod/pods}` is the word for one or for many, without the number.
 */
import { type ParticlePair, particleAfter, particlePairs } from './particle.ts'
import type { Language, Slots, Text } from './text.ts'

const slot = /\{([a-zA-Z][\w]*)(?:\|([^{}|/]+)\/([^{}|/]+))?\}/g

/**
 * A slot without a value is left as it stands, so that a test sees it. `dress` is done to each value that is put in; the
 * particle or the number of the word after it still goes by the value itself.
 */
export function format(
  text: Text,
  language: Language,
  slots: Slots = {},
  dress: (value: string) => string = (value) => value,
): string {
  return text[language].replace(slot, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(slots, name)) return whole
    const value = String(slots[name])
    if (one === undefined || many === undefined) return dress(value)
    if (language === 'en') return value === '1' ? one : many
    return dress(value) + particleAfter(value, `${one}/${many}` as ParticlePair)
  })
}

/** The names of the slots in a text. Throws an Error for a pair that is no Korean particle. */
export function slotsOf(text: Text): ReadonlySet<string> {
  const names = new Set<string>()
  for (const language of ['en', 'ko'] as const) {
    for (const [, name, one, many] of text[language].matchAll(slot)) {
      names.add(name as string)
      if (language === 'ko' && one !== undefined && !particlePairs.includes(`${one}/${many}` as ParticlePair))
        throw new Error(`"${one}/${many}" is not a pair of particles; there are ${particlePairs.join(' ')}`)
    }
  }
  return names
}
