/**
 * What cannot be the same in two clusters is made the same: times, ages, uids, revisions, addresses, generated names,
 * and with them the widths of columns and the order of rows that are sorted by such a name.
 */
import type { GeneratedNames } from './generatedNames.ts'

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>'],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \+0000/g, '<time>'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000/g, '<time>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uid>'],
  [/(resourceVersion"?: )"\d+"/g, '$1<revision>'],
  [/https:\/\/[0-9.]+:\d+/g, '<server>'],
  [/\b10\.(?!1\.0\.)\d+\.\d+\.\d+\b/g, '<address>'],
  [/\b(\d+):3\d{4}\/TCP/g, '$1:<node-port>/TCP'],
  [/\b6449\/TCP/g, '6443/TCP'],
  [/(?<![\w.=:-]|cpu: *)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?<=\d[dhms])(?![\w.-]| \(\d+%)/g, '<age>'],
]

/** `isWatch`: rows that come again tell of writes that change nothing in them. */
export function normalize(text: string, names: GeneratedNames, isWatch = false): string {
  let result = names.replacedIn(text)
  for (const [pattern, replacement] of replacements) result = result.replace(pattern, replacement)
  result = collapseRepeats(result.split('\n').map(withoutLuck)).join('\n')
  if (result === text) return text
  const rows = result.split('\n').map(plainWidths)
  return sortedRows(isWatch ? [...new Set(rows)] : rows).join('\n')
}

/** A pod's node is luck among equals. */
function withoutLuck(line: string): string {
  return /-pod\b|"NodeName"/.test(line) ? line.replace(/\bnode-\d+\b/g, '<node>') : line
}

/** Columns are as wide as what is in them. */
function plainWidths(line: string): string {
  const [, indent = '', rest = ''] = /^(\s*)(.*)$/.exec(line) ?? []
  return (
    indent +
    rest
      .replace(/ {2,}|\t/g, '  ')
      .replace(/-{2,}/g, '--')
      .trimEnd()
  )
}

/** How often a state is told while it lasts depends on writes that change nothing in it. */
function collapseRepeats(lines: readonly string[]): readonly string[] {
  return lines.filter((line, i) => !(line.startsWith('Waiting for ') && line === lines[i - 1]))
}

/** Neighbouring rows with generated names stand in the order of those names. */
function sortedRows(lines: readonly string[]): readonly string[] {
  const result: string[] = []
  let run: string[] = []
  for (const line of [...lines, '']) {
    if (/-rs\d+\b/.test(line) && !line.startsWith('  ')) run.push(line)
    else {
      result.push(...run.sort(), line)
      run = []
    }
  }
  return result.slice(0, -1)
}
