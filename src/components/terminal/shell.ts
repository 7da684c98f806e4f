/** The terminal's shell: takes lines, runs them one after another, and is there while its tab is not. */
import { createStore } from 'zustand/vanilla'
import { clearTerminal, interrupt, session, type } from '../../state/index.ts'
import { History } from './history.ts'
import { withKubectl } from './kubectlPrefix.ts'
import { type Command, nothingRead, type Reading, read } from './lineReader.ts'

interface Shell {
  readonly reading: Reading
  /** A line is running, and the prompt waits for it. */
  readonly busy: boolean
  /** What stands at the prompt. */
  readonly draft: string
  /** Commands entered while another one runs. */
  readonly waiting: readonly Command[]
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

/** Lines are read at once, so that the prompt knows what it asks for; their commands wait for their turn. */
async function enterLines(lines: readonly string[]): Promise<void> {
  const commands = lines.flatMap(readLine)
  shell.setState(({ waiting }) => ({ waiting: [...waiting, ...commands] }))
  if (!shell.getState().busy) await runWaiting()
}

function readLine(typed: string): readonly Command[] {
  const { reading } = shell.getState()
  if (reading.of === 'command') history.add(typed.trim())
  const [after, command] = read(reading, reading.of === 'command' ? withKubectl(typed) : typed)
  shell.setState({ reading: after })
  return command === undefined ? [] : [command]
}

async function runWaiting(): Promise<void> {
  const { opened } = session.getState()
  for (;;) {
    const [command, ...rest] = shell.getState().waiting
    if (command === undefined) break
    shell.setState({ waiting: rest, busy: true })
    if (command.line === 'clear') clearTerminal()
    else await type(command.line, command.stdin)
    if (session.getState().opened !== opened) return
  }
  shell.setState({ busy: false })
}
