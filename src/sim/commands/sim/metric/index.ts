/** `sim metric …`: what somebody outside of the cluster measures, for autoscalers to read. */
import { kindForResource } from '../../../api/kinds/index.ts'
import { selectorToLabels } from '../../../api/labelSelector.ts'
import { isQuantity, toMilli } from '../../../api/quantity.ts'
import type { Signal } from '../../../substrate/index.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const verb: SimVerb = {
  usage: [
    'sim metric NAME VALUE|none [-l k=v,…]',
    'sim metric NAME VALUE|none --object KIND/NAME [-n NAMESPACE]',
  ].join('\n'),
  run(args, { engine }) {
    const given = new Arguments(args, ['-l', '--labels', '--object', '-n', '--namespace'])
    const [metric, value, ...more] = given.words
    if (metric === undefined || value === undefined || more.length > 0)
      throw new UsageError('give a NAME and a VALUE, or none')
    const about = { metric, labels: labelsOf(given), ...objectOf(given) }
    const { signals } = engine.substrate
    if (value !== 'none') signals.set({ ...about, valueMillis: millisOf(value) })
    else if (!signals.drop(about)) throw new UsageError(`there is no such metric "${metric}"`)
    return finished(
      0,
      `metric ${metric}${placeText(about)} ${value === 'none' ? 'removed' : `is ${value}`}\n`,
    )
  },
}
export default verb

function millisOf(value: string): number {
  if (!isQuantity(value)) throw new UsageError(`VALUE must be a quantity like 30 or 500m, not "${value}"`)
  return toMilli(value)
}

function labelsOf(given: Arguments): Signal['labels'] {
  try {
    return selectorToLabels(given.text('-l') ?? given.text('--labels') ?? '')
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function objectOf(given: Arguments): Pick<Signal, 'object'> {
  const text = given.text('--object')
  if (text === undefined) return {}
  const [resource = '', name = '', ...more] = text.split('/')
  const kind = kindForResource(resource)
  if (name === '' || more.length > 0) throw new UsageError(`--object must look like KIND/NAME, not "${text}"`)
  if (kind === undefined) throw new UsageError(`there is no kind "${resource}" here`)
  const namespace = kind.namespaced ? (given.text('-n') ?? given.text('--namespace') ?? 'default') : ''
  return { object: { namespace, kind: kind.kind, name } }
}

function placeText({ object, labels }: Omit<Signal, 'valueMillis'>): string {
  if (object !== undefined) return ` of ${object.kind} ${object.name}`
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '' : ` (${pairs.join(',')})`
}
