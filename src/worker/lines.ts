/** Command lines under way: printed as they go, answered when they end. */
import type { Sitting } from '../lab/sitting.ts'
import type { LineResult, Message } from './protocol.ts'

type Execution = ReturnType<Sitting['execute']>

/** Characters that are handed over of what is printed at once; of the rest, how many there are. A planet's events are a hundred million. */
const mostAtOnce = 1_000_000
/** Of what is read in pieces, all of them together. */
const mostRead = 100_000

interface UnderWay {
  readonly id: number
  readonly line: string
  readonly stdin: string | undefined
  readonly execution: Execution
  printed: [out: number, err: number]
  readonly isRead: boolean
  omitted: number
}

export class Lines {
  #underWay: UnderWay[] = []
  readonly #post: (message: Message) => void

  constructor(post: (message: Message) => void) {
    this.#post = post
  }

  /** Whether one waits for the world; for `sim wait` time flies, as there is nothing else to wait for. */
  get waiting(): 'no' | 'yes' | 'fast' {
    const waiting = this.#underWay.filter(({ execution }) => execution.isReading !== true)
    if (waiting.length === 0) return 'no'
    return waiting.every(({ line }) => /^\s*sim\s+wait\b/.test(line)) ? 'fast' : 'yes'
  }

  begin(id: number, line: string, stdin: string | undefined, execution: Execution): void {
    const isRead = execution.isReading === true
    this.#underWay.push({ id, line, stdin, execution, printed: [0, 0], isRead, omitted: 0 })
    this.look()
  }

  /** Prints what is new and answers for what has ended. */
  look(): void {
    for (const one of this.#underWay) this.#print(one)
    const ended = this.#underWay.filter(({ execution }) => execution.exit !== undefined)
    if (ended.length === 0) return
    this.#underWay = this.#underWay.filter(({ execution }) => execution.exit === undefined)
    for (const one of ended) this.#answer(one, one.execution.exit as number)
  }

  /** As Ctrl-C: nobody waits for them any more. */
  leave(sitting: Sitting): void {
    const left = this.#underWay
    this.#underWay = []
    for (const one of left) {
      sitting.leave(one.execution)
      this.#answer(one, interrupted)
    }
  }

  #print(one: UnderWay): void {
    const { stdout, stderr } = one.execution
    const [out, err] = one.printed
    one.printed = [stdout.length, stderr.length]
    this.#tell(one, 1, stdout, out)
    this.#tell(one, 2, stderr, err)
  }

  #tell(one: UnderWay, descriptor: 1 | 2, text: string, from: number): void {
    const end = one.isRead ? endOfRead(text, from) : Math.min(text.length, from + mostAtOnce)
    one.omitted += text.length - end
    if (end > from) this.#post({ type: 'printed', id: one.id, descriptor, text: text.slice(from, end) })
  }

  #answer({ id, line, stdin, execution, ...one }: UnderWay, exit: number): void {
    const omitted = one.omitted + (execution.omitted ?? 0)
    const stdout = execution.stdout.slice(0, mostAtOnce)
    const stderr = execution.stderr.slice(0, mostAtOnce)
    if (omitted > 0) this.#post({ type: 'printed', id, descriptor: 1, text: '', omitted })
    const value: LineResult = { exit, stdout, stderr }
    const input = stdin === undefined ? {} : { stdin }
    this.#post({ type: 'ran', line, ...input, by: 'you', exit, error: exit === 0 ? '' : stderr })
    this.#post({ type: 'answer', id, value })
  }
}

/** Where what is told of a text ends that is read in pieces: with a whole line. */
function endOfRead(text: string, from: number): number {
  if (text.length <= mostRead) return text.length
  return from >= mostRead ? from : Math.max(from, text.slice(0, mostRead).lastIndexOf('\n') + 1)
}

/** The exit code of a shell's command that Ctrl-C ended. */
const interrupted = 130
