/** Objects that kubectl makes from flags: `create deployment`, `run`, `expose` … */
import type { Draft, Kind } from '../../../api/kind.ts'
import { dryRunOf } from '../dryRun.ts'
import { usageError, wrapped } from '../errors.ts'
import type { Flag } from '../flags/flag.ts'
import { dryRunFlag, fieldManagerFlag, printFlags, saveConfigFlag, validateFlag } from '../flags/groups.ts'
import { lastAppliedText, withLastApplied } from '../lastApplied.ts'
import { printDone } from '../mutate.ts'
import { printUnsent } from '../printers.ts'
import type { Call } from '../verb.ts'

export const generatorFlags: readonly Flag[] = [
  ...printFlags,
  dryRunFlag,
  fieldManagerFlag('kubectl-create'),
  saveConfigFlag,
  validateFlag,
]

/** The one name a generator takes. */
export function nameOf(call: Call): string {
  const args = call.dash < 0 ? call.args : call.args.slice(0, call.dash)
  if (args.length !== 1) throw usageError(call.command, `exactly one NAME is required, got ${args.length}`)
  return args[0] as string
}

/** Metadata of a made object. The namespace is only in it when the user gave one. */
export function metadataOf(
  call: Call,
  kind: Kind,
  name: string,
  labels?: Readonly<Record<string, string>>,
): Draft {
  const namespace = kind.namespaced && call.namespaceGiven ? { namespace: call.namespace } : {}
  return { name, ...namespace, ...(labels === undefined ? {} : { labels }) }
}

/**
 * Sends the object, unless it is a client-side dry run, and says so. `failure`: what goes before the server's refusal
 * ("failed to create deployment"); absent: it is shown as it is.
 */
export function createGenerated(
  call: Call,
  kind: Kind,
  made: Draft,
  failure?: string,
  done = 'created',
): void {
  const dryRun = dryRunOf(call)
  const object =
    call.flags.has('save-config') && call.flags.on('save-config')
      ? withLastApplied(made, lastAppliedText(made))
      : made
  if (dryRun === 'client') {
    const text = printUnsent(call, { kind, object })
    if (text === undefined) printDone(call, { kind, object }, done, dryRun)
    else call.output.print(text)
    return
  }
  const metadata = { ...object.metadata, ...(kind.namespaced ? { namespace: call.namespace } : {}) }
  try {
    const created = call.api.create(kind, { ...object, metadata }, dryRun === 'server')
    printDone(call, { kind, object: created }, done, dryRun)
  } catch (error) {
    throw failure === undefined ? error : wrapped(error, failure)
  }
}
