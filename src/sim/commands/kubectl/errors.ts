/** How kubectl words what went wrong (k8s.io/kubectl/pkg/cmd/util/helpers.go, v1.36). */
import { StatusError } from '../../api/status.ts'
import { PrintError } from '../print/printError.ts'

/** A refusal of kubectl itself; printed after "error: " unless it is `bare`. */
export class CommandError extends Error {
  readonly exit: number
  readonly bare: boolean

  constructor(message: string, options: { exit?: number; bare?: boolean } = {}) {
    super(message)
    this.exit = options.exit ?? 1
    this.bare = options.bare ?? false
  }
}

/** Several things went wrong; each is told on its own. */
export class SeveralErrors extends Error {
  readonly errors: readonly unknown[]

  constructor(errors: readonly unknown[]) {
    super('several errors')
    this.errors = errors
  }
}

/** An error with an exit code of the command's own. */
export class FailedWith extends Error {
  readonly exit: number
  readonly error: unknown

  constructor(exit: number, error: unknown) {
    super('failed')
    this.exit = exit
    this.error = error
  }
}

/** Throws what was collected, if anything was. */
export function throwCollected(errors: readonly unknown[]): void {
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1) throw new SeveralErrors(errors)
}

/** A wrong use of the command: "create deployment". */
export function usageError(command: string, message: string): CommandError {
  return new CommandError(`${message}\nSee 'kubectl ${command} -h' for help and examples`)
}

export function flagError(command: string, message: string): CommandError {
  return new CommandError(`${message}\nSee 'kubectl ${command} --help' for usage.`)
}

/** The API server's refusal of an object that came from a file: `verb` is "creating", "replacing" … */
export function withSource(error: unknown, verb: string, source: string): unknown {
  if (!(error instanceof StatusError) || error.reason === 'ConnectionRefused') return error
  const message = `error when ${verb} "${source}": ${error.message}`
  return new StatusError(error.reason, message, error.details)
}

/** A refusal that a command wraps in words of its own, and which then is an error like any other. */
export function wrapped(error: unknown, prefix: string): unknown {
  if (!(error instanceof StatusError) || error.reason === 'ConnectionRefused') return error
  return new CommandError(`${prefix}: ${error.message}`)
}

export function exitCode(error: unknown): number {
  return error instanceof CommandError || error instanceof FailedWith ? error.exit : 1
}

/** The lines for standard error. Throws what is no refusal: that is a defect of ours. */
export function errorText(error: unknown): string {
  if (error instanceof SeveralErrors) return error.errors.map(oneOfSeveral).join('')
  if (error instanceof FailedWith) return errorText(error.error)
  if (error instanceof StatusError) return `${statusText(error)}\n`
  if (error instanceof PrintError) return `error: ${error.message}\n`
  if (isOfLength(error)) return 'error: that is more text than there is room for\n'
  if (!(error instanceof CommandError)) throw error
  if (error.message === '') return ''
  return `${error.bare ? '' : 'error: '}${error.message}\n`
}

/** A text has become longer than texts may be: what V8 says of it, and what Firefox does. */
function isOfLength(error: unknown): boolean {
  return error instanceof Error && /^(Invalid string length|allocation size overflow)$/.test(error.message)
}

/** Among several, kubectl leaves out "error: ", and gives an invalid object as any other refusal. */
function oneOfSeveral(error: unknown): string {
  if (error instanceof StatusError && error.reason !== 'ConnectionRefused')
    return `Error from server (${error.reason}): ${error.message}\n`
  if (error instanceof CommandError || error instanceof PrintError) return `${error.message}\n`
  return errorText(error)
}

function statusText(error: StatusError): string {
  if (error.reason === 'ConnectionRefused') return error.message
  if (error.reason !== 'Invalid') return `Error from server (${error.reason}): ${error.message}`
  const { kind = '', name = '', causes = [] } = error.details
  const head =
    kind === '' && name === '' ? 'The request is invalid' : `The ${kind.split('.')[0]} "${name}" is invalid`
  if (causes.length === 0) return `${head}: ${error.message}`
  const texts = [...new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))]
  return texts.length === 1
    ? `${head}: ${texts[0]}`
    : `${head}: \n${texts.map((text) => `* ${text}`).join('\n')}`
}
