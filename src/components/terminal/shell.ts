/** The terminal's shell: takes lines, runs them one after another, and is there while its tab is not. */
import { createStore } from 'zustand/vanilla'
import { clearTerminal, interrupt, session, type } from '../../state/index.ts'
import { History } from './history.ts'
import { withKubectl } from './kubectlPrefix.ts'
import { nothingRead, type Reading, read } from './lineReader.ts'

interface Shell {
  readonly reading: Reading
  /** A line is running, and the prompt waits for it. */
  readonly busy: boolean
  /** What stands at the prompt. */
  readonly draft: string
  /** Pasted lines that wait for their turn. */
  readonly waiting: readonly string[]
}

const fresh: Shell = { reading: nothingRead, busy: false, draft: '', waiting: [] }

export const shell = createStore<Shell>(() => fresh)
export const history = new History()

/** Another world has another shell: what was running in the one before it is nobody's any more. */
session.subscribe((now, before) => {
  if (now.opened !== before.opened || (now.status === 'closed' && before.status !== 'closed'))
    shell.setState(fresh)
})

export function write(draft: string): void {
  shell.setState({ draft })
}

/** Enter: the line at the prompt. */
export function enter(): Promise<void> {
  const { draft } = shell.getState()
  shell.setState({ draft: '' })
  return enterLines([draft])
}

/** Lines run in order, each after the one before it has ended; what comes after the last line break stays at the prompt. */
export function paste(text: string): Promise<void> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  shell.setState({ draft: lines.pop() ?? '' })
  return enterLines(lines)
}

/** Ctrl-C: ends what runs, or gives up what is being written. */
export function stop(): void {
  if (shell.getState().busy) {
    shell.setState({ waiting: [] })
    interrupt()
  } else shell.setState(fresh)
}

async function enterLines(lines: readonly string[]): Promise<void> {
  const { waiting, busy } = shell.getState()
  shell.setState({ waiting: [...waiting, ...lines] })
  if (!busy) await runWaiting()
}

async function runWaiting(): Promise<void> {
  for (;;) {
    const { reading, waiting } = shell.getState()
    const [typed, ...rest] = waiting
    if (typed === undefined) return
    if (reading.of === 'command') history.add(typed.trim())
    const [after, command] = read(reading, reading.of === 'command' ? withKubectl(typed) : typed)
    shell.setState({ reading: after, waiting: rest })
    if (command === undefined) continue
    if (command.line === 'clear') {
      clearTerminal()
      continue
    }
    const during = session.getState().opened
    shell.setState({ busy: true })
    await type(command.line, command.stdin)
    if (session.getState().opened !== during) return
    shell.setState({ busy: false })
  }
}
