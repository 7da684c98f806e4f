/** Lines with `${CEL}` in them. */

export type Part = { readonly text: string } | { readonly expression: string }

/** The parts of a line; undefined when a `${` is never closed. Braces and quotes inside an expression are minded. */
export function partsOf(line: string): readonly Part[] | undefined {
  const parts: Part[] = []
  let at = 0
  for (;;) {
    const open = line.indexOf('${', at)
    if (open < 0) break
    const close = endOfExpression(line, open + 2)
    if (close < 0) return undefined
    if (open > at) parts.push({ text: line.slice(at, open) })
    parts.push({ expression: line.slice(open + 2, close) })
    at = close + 1
  }
  if (at < line.length) parts.push({ text: line.slice(at) })
  return parts
}

/** The line with every expression replaced by what it gives. */
export function fill(line: string, evaluate: (expression: string) => unknown): string {
  const parts = partsOf(line)
  if (parts === undefined) throw new Error(`"\${" is not closed in ${line}`)
  return parts.map((part) => ('text' in part ? part.text : safeWords(evaluate(part.expression)))).join('')
}

/** Names only: what comes out of a world must not become options or quotes of a command. */
function safeWords(value: unknown): string {
  const words = Array.isArray(value) ? value : [value]
  if (words.length === 0) throw new Error('there is nothing to put into the line')
  for (const word of words)
    if (typeof word !== 'string' || !/^[A-Za-z0-9][-A-Za-z0-9._/]{0,252}$/.test(word))
      throw new Error(
        `${typeof word === 'string' ? `"${word.slice(0, 40)}"` : 'what was found'} is not a name`,
      )
  return words.join(' ')
}

function endOfExpression(line: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let at = from; at < line.length; at++) {
    const char = line[at] as string
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (char === '{') depth++
    else if (char === '}' && depth-- === 0) return at
  }
  return -1
}
