/** "Did you mean this?": names that differ in at most two letters, or that begin as the word does (spf13/cobra). */

const farthest = 2

export function suggestions(typed: string, names: readonly string[]): readonly string[] {
  const word = typed.toLowerCase()
  return names.filter((name) => name.startsWith(word) || distance(word, name) <= farthest)
}

/** Levenshtein's distance: insertions, deletions and replacements of one letter. */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > farthest) return farthest + 1
  let row = Array.from({ length: right.length + 1 }, (_, i) => i)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] as number) + (left.charAt(i - 1) === right.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[right.length] as number
}
