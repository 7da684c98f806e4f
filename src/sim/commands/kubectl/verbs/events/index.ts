/** `kubectl events` (k8s.io/kubectl/pkg/cmd/events, v1.36). */

import { type Kind, resourceName } from '../../../../api/kind.ts'
import { Events } from '../../../../api/kinds/event/index.ts'
import { notFoundError } from '../../../../api/status.ts'
import type { Event } from '../../../../api/types/index.ts'
import { eventsTable } from '../../../print/events.ts'
import { CommandError } from '../../errors.ts'
import { allNamespacesFlag, printFlags } from '../../flags/groups.ts'
import { objectPrinter } from '../../printers.ts'
import { kindNamed } from '../../resources/types.ts'
import type { Call, Verb } from '../../verb.ts'

const events: Verb = {
  summary: 'List events',
  usage:
    'events [(-o|--output=)json|yaml|name|jsonpath] [--for TYPE/NAME] [--types=Normal,Warning] [options]',
  flags: [
    ...printFlags,
    allNamespacesFlag,
    { name: 'chunk-size', type: 'int', default: '500' },
    { name: 'for', type: 'string' },
    { name: 'no-headers', type: 'bool' },
    { name: 'types', type: 'list' },
    { name: 'watch', short: 'w', type: 'bool' },
  ],
  run(call) {
    const { flags, output, api } = call
    if (flags.on('watch')) throw new CommandError('the simulator watches events with "kubectl get events -w"')
    const everywhere = flags.on('all-namespaces')
    const listed = (api.list(Events as Kind, everywhere ? undefined : call.namespace) as readonly Event[])
      .filter(aboutFilter(call))
      .filter((event) => typeFilter(flags.list('types'), event))
    if (listed.length === 0) {
      output.printError(
        everywhere ? 'No events found.\n' : `No events found in ${call.namespace} namespace.\n`,
      )
      return undefined
    }
    const printer = objectPrinter(call)
    if (printer !== undefined)
      output.print(
        printer.print(
          listed.map((object) => ({ kind: Events as Kind, object })),
          true,
        ),
      )
    else
      output.print(
        eventsTable(listed, api.server.nowSeconds, {
          withNamespace: everywhere,
          noHeaders: flags.on('no-headers'),
        }),
      )
    return undefined
  },
}
export default events

function aboutFilter(call: Call): (event: Event) => boolean {
  const about = call.flags.text('for')
  if (about === '') return () => true
  const [type, name, ...more] = about.split('/')
  if (type === undefined || name === undefined || more.length > 0) {
    throw new CommandError(`--for must be in resource/name form`)
  }
  const kind = kindNamed(type)
  const object = call.api.get(kind, kind.namespaced ? call.namespace : '', name)
  if (object === undefined) throw notFoundError(resourceName(kind), name)
  return (event) => event.involvedObject.kind === kind.kind && event.involvedObject.name === name
}

function typeFilter(types: readonly string[], event: Event): boolean {
  return types.length === 0 || types.some((type) => type.toLowerCase() === (event.type ?? '').toLowerCase())
}
