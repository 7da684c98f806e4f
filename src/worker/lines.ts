/** Command lines under way: printed as they go, answered when they end. */
import type { Sitting } from '../lab/sitting.ts'
import type { LineResult, Message } from './protocol.ts'

type Execution = ReturnType<Sitting['execute']>

interface UnderWay {
  readonly id: number
  readonly line: string
  readonly stdin: string | undefined
  readonly execution: Execution
  printed: [out: number, err: number]
}

export class Lines {
  #underWay: UnderWay[] = []
  readonly #post: (message: Message) => void

  constructor(post: (message: Message) => void) {
    this.#post = post
  }

  /** Whether one waits for the world; for `sim wait` time flies, as there is nothing else to wait for. */
  get waiting(): 'no' | 'yes' | 'fast' {
    if (this.#underWay.length === 0) return 'no'
    return this.#underWay.every(({ line }) => /^\s*sim\s+wait\b/.test(line)) ? 'fast' : 'yes'
  }

  begin(id: number, line: string, stdin: string | undefined, execution: Execution): void {
    this.#underWay.push({ id, line, stdin, execution, printed: [0, 0] })
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
    const { id, execution } = one
    const [out, err] = one.printed
    one.printed = [execution.stdout.length, execution.stderr.length]
    if (execution.stdout.length > out)
      this.#post({ type: 'printed', id, descriptor: 1, text: execution.stdout.slice(out) })
    if (execution.stderr.length > err)
      this.#post({ type: 'printed', id, descriptor: 2, text: execution.stderr.slice(err) })
  }

  #answer({ id, line, stdin, execution: { stdout, stderr } }: UnderWay, exit: number): void {
    const value: LineResult = { exit, stdout, stderr }
    const input = stdin === undefined ? {} : { stdin }
    this.#post({ type: 'ran', line, ...input, by: 'you', exit, error: exit === 0 ? '' : stderr })
    this.#post({ type: 'answer', id, value })
  }
}

/** The exit code of a shell's command that Ctrl-C ended. */
const interrupted = 130
