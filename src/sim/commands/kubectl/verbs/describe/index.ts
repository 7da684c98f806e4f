/** `kubectl describe` (k8s.io/kubectl/pkg/cmd/describe, v1.36). */
import { isStatus } from '../../../../api/status.ts'
import { describe } from '../../../print/describe/index.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import { allNamespacesFlag, fileFlags, selectorFlag } from '../../flags/groups.ts'
import { Everything } from '../../reading/everything.ts'
import { inPieces, type Step } from '../../reading/inPieces.ts'
import { type Pieces, Portions } from '../../reading/pieces.ts'
import { type Found, type Named, type Request, requestOf } from '../../resources/select.ts'
import type { Call, Verb } from '../../verb.ts'

const verb: Verb = {
  summary: 'Show details of a specific resource or group of resources',
  usage: 'describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME) [options]',
  flags: [
    ...fileFlags,
    allNamespacesFlag,
    selectorFlag,
    { name: 'chunk-size', type: 'int', default: '500' },
    { name: 'show-events', type: 'bool', default: 'true' },
  ],
  run(call) {
    const nothing = () =>
      new CommandError(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
      )
    const request = requestOf(call, { typeMeansAll: true, nothing })
    const kinds = [...request.listed, ...request.named.map(({ kind }) => kind)]
    return inPieces(call, request, kinds, (piece) => describing(call, request, piece))
  },
}
export default verb

/** Objects that are described at a time: some milliseconds of work. */
const objectsAtOnce = 20

function describing(call: Call, request: Request, piece: number): Step {
  const { server } = call.api
  const showEvents = call.flags.on('show-events')
  const everything = new Everything(call, request, piece)
  let objects = new Portions(everything, objectsAtOnce)
  let isByPrefix = false
  let isAny = false
  return () => {
    if (!objects.isOver) {
      for (const { object } of objects.next()) {
        const text = describe(object, server, server.nowSeconds, { showEvents })
        call.output.print(isAny ? `\n\n${text}` : text)
        isAny = true
      }
      return false
    }
    if (!isByPrefix && isNobodysName(request, everything.errors)) {
      isByPrefix = true
      objects = new Portions(withPrefix(call, request, piece), objectsAtOnce)
      return false
    }
    if (!(isByPrefix && isAny)) throwCollected(everything.errors)
    if (!isAny) call.output.printError(`${nothingDescribed(call, request)}\n`)
    return true
  }
}

function isNobodysName({ named }: Request, errors: readonly unknown[]): boolean {
  return named.length === 1 && errors.length === 1 && isStatus(errors[0], 'NotFound')
}

/** A name that is nobody's may be the beginning of some. */
function withPrefix(call: Call, request: Request, piece: number): Pieces<Found> {
  const { kind, namespace, name } = request.named[0] as Named
  const all = { ...request, named: [], listed: [kind], namespace: kind.namespaced ? namespace : undefined }
  const everything = new Everything(call, all, piece)
  return {
    next: () => everything.next().filter((found) => found.name.startsWith(name)),
    get isOver() {
      return everything.isOver
    },
  }
}

function nothingDescribed(call: Call, { namespace, listed }: Request): string {
  const namespaced = listed.some((kind) => kind.namespaced)
  return namespace === undefined || !namespaced
    ? 'No resources found'
    : `No resources found in ${call.namespace} namespace.`
}
