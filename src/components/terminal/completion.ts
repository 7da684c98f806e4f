/** Completing the last word of a line from the candidates for it. */

export function commonPrefix(words: readonly string[]): string {
  const [first = '', ...others] = words
  let length = first.length
  for (const word of others) {
    while (!word.startsWith(first.slice(0, length))) length--
  }
  return first.slice(0, length)
}

export const lastWord = (line: string): string => /\S*$/.exec(line)?.[0] ?? ''

export const withLastWord = (line: string, word: string): string =>
  line.slice(0, line.length - lastWord(line).length) + word

/** A word that is certainly complete is followed by a space; an option that takes a value, or a half name, is not. */
export const completedWord = (word: string): string => (/[=/:]$/.test(word) ? word : `${word} `)

/** What Tab makes of a line: longer by what all candidates share, or as it was when they part here. */
export function completed(line: string, candidates: readonly string[]): string {
  const [only] = candidates
  if (only === undefined) return line
  if (candidates.length === 1) return withLastWord(line, completedWord(only))
  const shared = commonPrefix(candidates)
  return shared.length > lastWord(line).length ? withLastWord(line, shared) : line
}
