/** `kubectl auth can-i`: the administrator may do everything, anybody else nothing. */
import { kindForResource } from '../../../../../api/kinds/index.ts'
import { CommandError } from '../../../errors.ts'
import { allNamespacesFlag } from '../../../flags/groups.ts'
import { unmodelledNamed } from '../../../resources/unmodelled.ts'
import type { Verb } from '../../../verb.ts'

const verb: Verb = {
  summary: 'Check whether an action is allowed',
  usage: 'auth can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL] [options]',
  flags: [
    allNamespacesFlag,
    { name: 'list', type: 'bool' },
    { name: 'no-headers', type: 'bool' },
    { name: 'quiet', short: 'q', type: 'bool' },
    { name: 'subresource', type: 'string' },
  ],
  run({ args, flags, output }) {
    if (flags.on('list')) throw new CommandError('the simulator has no rules of access to list')
    const [, resource = ''] = args
    if (args.length < 2)
      throw new CommandError('you must specify two arguments: verb resource or verb resource/resourceName.')
    const type = resource.split('/')[0] as string
    const kind = kindForResource(type)
    if (
      kind === undefined &&
      unmodelledNamed(type) === undefined &&
      type !== '*' &&
      !resource.startsWith('/')
    ) {
      output.warn(`the server doesn't have a resource type '${type}'\n`)
    }
    if (kind !== undefined && !kind.namespaced && !flags.on('all-namespaces')) {
      output.warn(`resource '${type}' is not namespace scoped\n`)
    }
    const isAllowed = flags.text('as') === ''
    if (!flags.on('quiet')) output.print(isAllowed ? 'yes\n' : 'no\n')
    if (!isAllowed) throw new CommandError('', { bare: true })
    return undefined
  },
}
export default verb
