/** `kubectl describe` (k8s.io/kubectl/pkg/cmd/describe, v1.36). */
import { isStatus } from '../../../../api/status.ts'
import { describe } from '../../../print/describe/index.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import { allNamespacesFlag, fileFlags, selectorFlag } from '../../flags/groups.ts'
import { type Found, findAll, type Named, type Request, requestOf } from '../../resources/select.ts'
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
    const { found, errors } = findAll(call, request)
    const byPrefix = request.named.length === 1 && errors.length === 1 && isStatus(errors[0], 'NotFound')
    const matched = byPrefix ? withPrefix(call, request.named[0] as Named) : []
    const objects = [...found, ...matched]
    const showEvents = call.flags.on('show-events')
    const { server } = call.api
    const texts = objects.map(({ object }) => describe(object, server, server.nowSeconds, { showEvents }))
    call.output.print(texts.join('\n\n'))
    if (matched.length === 0) throwCollected(errors)
    if (objects.length === 0) call.output.printError(`${nothingDescribed(call, request)}\n`)
    return undefined
  },
}
export default verb

/** A name that is nobody's may be the beginning of some. */
function withPrefix(call: Call, { kind, namespace, name }: Named): readonly Found[] {
  return call.api
    .list(kind, kind.namespaced ? namespace : undefined)
    .filter((object) => object.metadata.name.startsWith(name))
    .map((object) => ({ kind, namespace, name: object.metadata.name, object }))
}

function nothingDescribed(call: Call, { namespace, listed }: Request): string {
  const namespaced = listed.some((kind) => kind.namespaced)
  return namespace === undefined || !namespaced
    ? 'No resources found'
    : `No resources found in ${call.namespace} namespace.`
}
