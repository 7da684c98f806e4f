/** What the commands that change objects one by one have in common: each is told of, failures are collected. */
import type { Draft } from '../../api/kind.ts'
import type { ApiObject } from '../../api/types/index.ts'
import { type DryRun, dryRunOf, dryRunSuffix } from './dryRun.ts'
import { throwCollected } from './errors.ts'
import { InTurns } from './inTurns.ts'
import { objectPrinter, printedName } from './printers.ts'
import { type Selection, whenFound } from './reading/finding.ts'
import type { Found, Request } from './resources/select.ts'
import type { Call, Waiting } from './verb.ts'

export interface Change {
  /** Changes a copy of the object; may return it unchanged, or throw to refuse. */
  edit(draft: Draft, found: Found): Draft
  /** What is printed after the object's name ("scaled"); empty: nothing is printed. */
  done(before: ApiObject, after: ApiObject): string
  /** A dry run is not mentioned. */
  readonly plain?: boolean
}

/** Finds the objects, goes through them and ends with the errors, those of finding them first. `afterwards`: where there are none. */
export function changeEach(
  call: Call,
  request: Request,
  change: Change,
  afterwards: (found: readonly Found[]) => void = () => {},
): Waiting | undefined {
  return whenFound(call, request, (selection) => changeFound(call, selection, change, afterwards))
}

function changeFound(
  call: Call,
  { found, errors }: Selection,
  change: Change,
  afterwards: (found: readonly Found[]) => void,
): Waiting {
  const dryRun = dryRunOf(call)
  const failures = [...errors]
  const turn = (one: Found) => {
    try {
      const after = written(call, one, change, dryRun)
      const words = change.done(one.object, after)
      if (words !== '') printDone(call, { ...one, object: after }, words, change.plain ? 'none' : dryRun)
    } catch (error) {
      failures.push(error)
    }
  }
  return new InTurns(call, found, turn, () => {
    throwCollected(failures)
    afterwards(found)
    return undefined
  })
}

function written(call: Call, found: Found, change: Change, dryRun: DryRun): ApiObject {
  const { kind, object } = found
  const isLocal = call.flags.has('local') && call.flags.on('local')
  if (dryRun === 'client' || isLocal) return change.edit(structuredCopy(object), found) as ApiObject
  const edit = (draft: Draft) => change.edit(draft, found)
  return call.api.patch(
    kind,
    object.metadata.namespace ?? '',
    object.metadata.name,
    edit,
    dryRun === 'server',
  )
}

/** "deployment.apps/web scaled (dry run)", or the object in the format asked for. */
export function printDone(
  call: Call,
  { kind, object }: Pick<Found, 'kind' | 'object'>,
  words: string,
  dryRun: DryRun,
): void {
  const printer = objectPrinter(call)
  const line = `${printedName({ kind, object })} ${words}${dryRunSuffix(dryRun)}\n`
  call.output.print(printer === undefined ? line : printer.print([{ kind, object }], false))
}

function structuredCopy(object: ApiObject): Draft {
  return JSON.parse(JSON.stringify(object))
}
