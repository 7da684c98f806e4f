/**
 * Splits a command line into words as bash does: blanks part, quotes and backslashes keep together. Nothing is
 * expanded: `$`, `*` and `~` stand for themselves.
 */

const blank = /\s/

/** What a backslash still escapes within double quotes. */
const escapable = new Set(['"', '\\', '$', '`'])

/** Throws an Error with a plain message when a quote is never closed. */
export function splitWords(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at)
    if (quote === "'") {
      if (char === quote) quote = ''
      else word += char
    } else if (quote === '"') {
      const next = line.charAt(at + 1)
      if (char === quote) quote = ''
      else if (char === '\\' && next === '\n') at++
      else if (char === '\\' && escapable.has(next)) word += line.charAt(++at)
      else word += char
    } else if (char === "'" || char === '"') {
      quote = char
      word ??= ''
    } else if (char === '\\') {
      const next = line.charAt(++at)
      if (next !== '\n') word = (word ?? '') + next
    } else if (blank.test(char)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (char === '#' && word === undefined) {
      break
    } else {
      word = (word ?? '') + char
    }
  }
  if (quote !== '') throw new Error(`error: unexpected end of line while looking for matching ${quote}`)
  if (word !== undefined) words.push(word)
  return words
}
