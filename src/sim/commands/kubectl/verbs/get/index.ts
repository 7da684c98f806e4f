/** `kubectl get` (k8s.io/kubectl/pkg/cmd/get, v1.36). */
import { CommandError } from '../../errors.ts'
import type { Flag } from '../../flags/flag.ts'
import {
  allNamespacesFlag,
  fieldSelectorFlag,
  fileFlags,
  printFlags,
  selectorFlag,
} from '../../flags/groups.ts'
import { objectPrinter } from '../../printers.ts'
import { inPieces } from '../../reading/inPieces.ts'
import { requestOf } from '../../resources/select.ts'
import type { Call, Verb } from '../../verb.ts'
import { getting } from './getting.ts'
import { printRaw } from './raw.ts'
import { Watch } from './watch.ts'

const flags: readonly Flag[] = [
  ...printFlags,
  ...fileFlags,
  allNamespacesFlag,
  selectorFlag,
  fieldSelectorFlag,
  { name: 'chunk-size', type: 'int', default: '500' },
  { name: 'ignore-not-found', type: 'bool' },
  { name: 'label-columns', short: 'L', type: 'list' },
  { name: 'no-headers', type: 'bool' },
  { name: 'output-watch-events', type: 'bool' },
  { name: 'raw', type: 'string' },
  { name: 'server-print', type: 'bool', default: 'true' },
  { name: 'show-kind', type: 'bool' },
  { name: 'show-labels', type: 'bool' },
  { name: 'sort-by', type: 'string' },
  { name: 'subresource', type: 'string' },
  { name: 'watch', short: 'w', type: 'bool' },
  { name: 'watch-only', type: 'bool' },
]

const get: Verb = {
  summary: 'Display one or many resources',
  usage:
    'get [(-o|--output=)json|yaml|name|jsonpath|custom-columns|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags] [options]',
  flags,
  run(call) {
    if (call.flags.given('raw')) return printRaw(call)
    const printer = objectPrinter(call, true)
    const request = requestOf(call, { typeMeansAll: true, nothing: () => typeRequired(call) })
    if (call.flags.on('watch') || call.flags.on('watch-only')) return new Watch(call, request, printer)
    return inPieces(call, request, request.listed, (piece) => getting(call, request, printer, piece))
  },
}
export default get

function typeRequired(call: Call): CommandError {
  call.output.printError(
    'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n',
  )
  return new CommandError(
    'Required resource not specified.\n' +
      'Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\n' +
      "See 'kubectl get -h' for help and examples",
  )
}
