/** `kubectl set selector`: of a Service. */
import { selectorToLabels } from '../../../../../api/labelSelector.ts'
import { CommandError } from '../../../errors.ts'
import { changeEach } from '../../../mutate.ts'
import { requestOf } from '../../../resources/select.ts'
import { setFlags } from '../../../set/podSpecs.ts'
import type { Verb } from '../../../verb.ts'

const selector: Verb = {
  summary: 'Set the selector on a resource',
  usage: 'set selector (-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version] [options]',
  flags: [...setFlags, { name: 'resource-version', type: 'string' }],
  run(call) {
    const expression = call.args.at(-1) ?? ''
    if (call.args.length < 2)
      throw new CommandError(
        'one or more resources must be specified as <resource> <name> or <resource>/<name>',
      )
    const labels = labelsOf(expression)
    return changeEach(call, requestOf(call, { args: call.args.slice(0, -1) }), {
      edit(draft, { kind }) {
        if (kind.kind !== 'Service')
          throw new CommandError(`setting a selector is only supported for Services`)
        return { ...draft, spec: { ...draft.spec, selector: labels } }
      },
      done: () => 'selector updated',
    })
  },
}
export default selector

function labelsOf(text: string) {
  try {
    return selectorToLabels(text)
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}
