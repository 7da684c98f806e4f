/**
 * The forms of a `sim` line, read off its usage text: "sim node fail NAME… [--mode power|kubelet|network]". What the
 * usage says is what can be completed, so that there is no second list.
 */
export interface Form {
  /** Alternatives for each word after the verb: literals ("fail") and placeholders ("NAME"). */
  readonly words: readonly (readonly string[])[]
  /** Whether the last of them may be repeated. */
  readonly repeats: boolean
  /** Alternatives for the value of each option. */
  readonly options: ReadonlyMap<string, readonly string[]>
}

/** One form a line; lines that begin with blanks go on with the one before. */
export function formsOf(usage: string): readonly Form[] {
  return usage.replace(/\n\s+/g, ' ').split('\n').map(formOf)
}

/** What may stand after these words. */
export function alternatives(forms: readonly Form[], given: readonly string[]): readonly string[] {
  return forms.flatMap((form) => nextIn(form, given))
}

export function isPlaceholder(word: string): boolean {
  return /^[A-Z][A-Z/-]*$/.test(word)
}

function nextIn(form: Form, given: readonly string[]): readonly string[] {
  const pending = form.options.get(given[given.length - 1] ?? '')
  if (pending !== undefined) return pending
  const words = given.filter((word, i) => !word.startsWith('-') && !form.options.has(given[i - 1] ?? ''))
  if (!words.every((word, i) => accepts(form.words[i], word) || (form.repeats && i >= form.words.length)))
    return []
  const at = form.repeats ? Math.min(words.length, form.words.length - 1) : words.length
  return [...(form.words[at] ?? []), ...form.options.keys()]
}

function accepts(choices: readonly string[] | undefined, word: string): boolean {
  return choices?.some((choice) => choice === word || isPlaceholder(choice)) ?? false
}

function formOf(line: string): Form {
  const tokens = line.match(/\[[^\]]*\]|\S+/g)?.slice(2) ?? []
  const words: (readonly string[])[] = []
  const options = new Map<string, readonly string[]>()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string
    if (token.startsWith('[-')) readOption(token.slice(1, -1), options)
    else if (!token.startsWith('[')) {
      const [option] = token.split('|').filter((one) => one.startsWith('-'))
      if (option !== undefined) options.set(option, choicesOf(tokens[++at] ?? ''))
      words.push(choicesOf(token).filter((one) => !one.startsWith('-')))
    }
  }
  return { words, repeats: /…/.test(tokens.find((token) => token.includes('…')) ?? ''), options }
}

/** "--mode power|kubelet|network" */
function readOption(text: string, options: Map<string, readonly string[]>): void {
  const [option = '', value = ''] = text.split(' ')
  options.set(option, choicesOf(value))
}

function choicesOf(token: string): readonly string[] {
  return token
    .replace(/…/g, '')
    .split('|')
    .filter((one) => one !== '')
}
