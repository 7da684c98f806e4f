/** `kubectl create poddisruptionbudget` (k8s.io/kubectl/pkg/cmd/create/create_pdb.go, v1.36). */
import { parseIntOrString } from '../../../../../api/intOrString.ts'
import type { Kind } from '../../../../../api/kind.ts'
import { PodDisruptionBudgets } from '../../../../../api/kinds/podDisruptionBudget/index.ts'
import { selectorToLabels } from '../../../../../api/labelSelector.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import { CommandError } from '../../../errors.ts'
import type { Call, Verb } from '../../../verb.ts'

const kind = PodDisruptionBudgets as unknown as Kind

/** 10, 30% */
const sharePattern = /^[0-9]+%?$/

const budget: Verb = {
  summary: 'Create a pod disruption budget with the specified name',
  usage:
    'create poddisruptionbudget NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none] [options]',
  aliases: ['pdb'],
  flags: [
    ...generatorFlags,
    { name: 'max-unavailable', type: 'string' },
    { name: 'min-available', type: 'string' },
    { name: 'selector', type: 'string' },
  ],
  run(call) {
    const name = nameOf(call)
    const [least, most] = [call.flags.text('min-available'), call.flags.text('max-unavailable')]
    check(call, least, most)
    const made = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(call, kind, name),
      spec: {
        ...(least === '' ? {} : { minAvailable: parseIntOrString(least) }),
        ...(most === '' ? {} : { maxUnavailable: parseIntOrString(most) }),
        selector: { matchLabels: selectorToLabels(call.flags.text('selector')) },
      },
      status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
    }
    createGenerated(call, kind, made, 'failed to create poddisruptionbudgets')
    return undefined
  },
}
export default budget

function check(call: Call, least: string, most: string): void {
  if (call.flags.text('selector') === '') throw new CommandError('a selector must be specified')
  if (least === '' && most === '')
    throw new CommandError('one of min-available or max-unavailable must be specified')
  if (least !== '' && most !== '')
    throw new CommandError('min-available and max-unavailable cannot be both specified')
  if (least !== '' && !sharePattern.test(least))
    throw new CommandError('invalid format specified for min-available')
  if (most !== '' && !sharePattern.test(most))
    throw new CommandError('invalid format specified for max-unavailable')
}
