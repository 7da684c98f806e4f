/**
 * kubectl 1.36 on the simulated API server. A command line becomes an execution: most are over at once, those that
 * wait for the world are polled until they end.
 */
import type { Tick } from '../../core/clock.ts'
import type { Execution, Session } from '../execution.ts'
import { Api } from './api.ts'
import { childNamed, commandNames } from './catalogue.ts'
import { CommandError, errorText, exitCode } from './errors.ts'
import type { Flag } from './flags/flag.ts'
import { globalFlags } from './flags/groups.ts'
import { checkRequired, parseFlags } from './flags/parse.ts'
import { helpText } from './help.ts'
import { Output } from './output.ts'
import { suggestions } from './suggestions.ts'
import type { Call, Verb, Waiting } from './verb.ts'

/** A line longer than this is nobody's command. */
const longestLine = 1_000_000

/** `words`: what follows "kubectl". */
export function runKubectl(words: readonly string[], session: Session): Execution {
  return new KubectlExecution(words, session)
}

class KubectlExecution implements Execution {
  readonly #output = new Output()
  #exit: number | undefined
  #waiting: Waiting | undefined

  constructor(words: readonly string[], session: Session) {
    this.#attempt(() => {
      this.#waiting = begin(words, session, this.#output)
      return this.#waiting?.poll() ?? true
    })
  }

  get stdout(): string {
    return this.#output.stdout
  }

  get stderr(): string {
    return this.#output.stderr
  }

  get omitted(): number {
    return this.#output.omitted
  }

  get exit(): number | undefined {
    return this.#exit
  }

  get wakeAt(): Tick {
    return this.#exit === undefined && this.#waiting !== undefined
      ? this.#waiting.wakeAt
      : Number.POSITIVE_INFINITY
  }

  get left(): number {
    return this.#exit === undefined ? (this.#waiting?.left ?? 0) : 0
  }

  get isReading(): boolean {
    return this.#exit === undefined && this.#waiting?.isReading === true
  }

  poll(): void {
    const waiting = this.#waiting
    if (this.#exit === undefined && waiting !== undefined) this.#attempt(() => waiting.poll())
  }

  /** Refusals become text and an exit code; a defect of the simulator passes through. */
  #attempt(work: () => boolean): void {
    try {
      if (work()) this.#exit = 0
    } catch (error) {
      this.#output.printError(errorText(error))
      this.#exit = exitCode(error)
    }
  }
}

function begin(words: readonly string[], session: Session, output: Output): Waiting | undefined {
  if (words.reduce((sum, word) => sum + word.length + 1, 0) > longestLine) {
    throw new CommandError(`the command line is longer than ${longestLine} characters`)
  }
  const { command, verb, rest } = findVerb(words)
  if (verb === undefined) {
    parseFlags('', globalFlags, rest)
    output.print(helpText('', undefined))
    return undefined
  }
  verb.refuse?.(rest)
  const flags = [...verb.flags, ...globalFlags]
  const parsed = parseFlags(command, flags, rest)
  for (const line of parsed.deprecations) output.printError(`${line}\n`)
  if (parsed.values.on('help')) {
    output.print(helpText(command, verb))
    return undefined
  }
  checkRequired(flags, parsed.values)
  checkContext(parsed.values.text('context'))
  const namespace = parsed.values.text('namespace') || 'default'
  const call: Call = {
    command,
    flags: parsed.values,
    args: parsed.args,
    dash: parsed.dash,
    session,
    output,
    api: new Api(session, parsed.values.text('as'), output),
    namespace,
    namespaceGiven: parsed.values.text('namespace') !== '',
  }
  return verb.run(call)
}

export interface FoundVerb {
  readonly command: string
  readonly verb: Verb | undefined
  /** The words without the command's own name. */
  readonly rest: readonly string[]
}

/** Global flags may stand before the command. */
export function findVerb(words: readonly string[]): FoundVerb {
  let command = ''
  let verb: Verb | undefined
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (word === '--') return { command, verb, rest: [...rest, ...words.slice(at)] }
    if (word.startsWith('-')) {
      rest.push(word)
      if (takesNext(word, [...(verb?.flags ?? []), ...globalFlags]) && at + 1 < words.length)
        rest.push(words[++at] as string)
      continue
    }
    const child = childNamed(command, word)
    if (child === undefined) {
      if (command === '') throw unknownCommand(word)
      return { command, verb, rest: [...rest, ...words.slice(at)] }
    }
    command = child[0]
    verb = child[1]
  }
  return { command, verb, rest }
}

/** Whether a flag's value is the word after it. */
export function takesNext(word: string, flags: readonly Flag[]): boolean {
  if (word.includes('=')) return false
  const flag = word.startsWith('--')
    ? flags.find((one) => one.name === word.slice(2))
    : flags.find((one) => one.short === word.charAt(1) && word.length === 2)
  return flag !== undefined && flag.type !== 'bool' && flag.alone === undefined
}

function unknownCommand(word: string): CommandError {
  if (commandNames.includes(word)) return new CommandError(`the simulator does not have "kubectl ${word}"`)
  const near = word === '' ? [] : suggestions(word, commandNames)
  const hint = near.length === 0 ? '' : `\n\nDid you mean this?${near.map((name) => `\n\t${name}`).join('')}`
  return new CommandError(`unknown command "${word}" for "kubectl"${hint}`)
}

function checkContext(context: string): void {
  if (context === '') return
  const message = `Error in configuration: context was not found for specified context: ${context}`
  throw new CommandError(message, { bare: true })
}
