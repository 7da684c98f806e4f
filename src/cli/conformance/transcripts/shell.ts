/** As much of a shell as the recorded command lines use: `;`, `|`, `>`, and sed's substitution. */
import { splitWords } from '../../../sim/commands/shellWords.ts'
import type { Printed } from './recording.ts'
import type { Stage } from './stage.ts'

export interface RunOptions {
  readonly stdin?: string | undefined
  /** The tick at which it is interrupted. */
  readonly until?: number
  /** Called before every tick of a command that blocks. */
  readonly meanwhile?: () => void
}

export type Result = Omit<Printed, 'cmd'>

export function runShell(stage: Stage, line: string, options: RunOptions = {}): Result {
  let result: Result = { exit: 0, stdout: '', stderr: '' }
  for (const part of splitOutside(line, ';')) {
    const { stdout, stderr, exit } = runPipe(stage, part, options)
    result = { stdout: result.stdout + stdout, stderr: result.stderr + stderr, exit }
  }
  return result
}

function runPipe(stage: Stage, line: string, options: RunOptions): Result {
  let { stdin } = options
  let stderr = ''
  let last: Result = { exit: 0, stdout: '', stderr: '' }
  for (const part of splitOutside(line, '|')) {
    const [command = '', target] = splitOutside(part, '>').map((text) => text.trim())
    last = runOne(stage, command, { ...options, stdin })
    stderr += last.stderr
    if (target !== undefined) {
      stage.files.set(target, last.stdout)
      last = { ...last, stdout: '' }
    }
    stdin = last.stdout
  }
  return { ...last, stderr }
}

function runOne(stage: Stage, command: string, { stdin, until, meanwhile }: RunOptions): Result {
  const words = splitWords(command)
  if (words[0] === 'sed') return { exit: 0, stdout: sed(words, stage, stdin ?? ''), stderr: '' }
  const { exit, stdout, stderr } = stage.run(words, stdin, until, meanwhile)
  return { exit: exit ?? 1, stdout, stderr }
}

/** sed s/pattern/replacement/g [FILE] */
function sed([, script = '', file]: readonly string[], stage: Stage, stdin: string): string {
  const [, pattern = '', replacement = '', flags = ''] = script.split('/')
  const text = file === undefined ? stdin : (stage.files.get(file) ?? '')
  const lines = text.split('\n')
  return lines
    .map((line) => line.replace(new RegExp(pattern, flags), replacement.replaceAll('\\n', '\n')))
    .join('\n')
}

/** Splits at a character that is in no quotes. */
function splitOutside(line: string, separator: string): readonly string[] {
  const parts = ['']
  let quote = ''
  for (const char of line) {
    if (quote === '' && char === separator) {
      parts.push('')
      continue
    }
    if (quote === '' && (char === "'" || char === '"')) quote = char
    else if (char === quote) quote = ''
    parts[parts.length - 1] += char
  }
  return parts
}
