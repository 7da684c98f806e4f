/** `kubectl set resources` (k8s.io/kubectl/pkg/cmd/set/set_resources.go, v1.36). */
import type { Draft } from '../../../../../api/kind.ts'
import { canonicalQuantity, isQuantity } from '../../../../../api/quantity.ts'
import { CommandError } from '../../../errors.ts'
import { changePodSpecs, isMeant, setFlags } from '../../../set/podSpecs.ts'
import type { Verb } from '../../../verb.ts'

type Amounts = Readonly<Record<string, string>>

const resources: Verb = {
  summary: 'Update resource requests/limits on objects with pod templates',
  usage: 'set resources (-f FILENAME | TYPE NAME) ([--limits=LIMITS & --requests=REQUESTS] [options]',
  flags: [
    ...setFlags,
    { name: 'containers', short: 'c', type: 'string', default: '*' },
    { name: 'limits', type: 'string' },
    { name: 'requests', type: 'string' },
  ],
  run(call) {
    const { flags } = call
    if (flags.text('limits') === '' && flags.text('requests') === '') {
      throw new CommandError(
        'you must specify an update to requests or limits (in the form of --requests/--limits)',
      )
    }
    const limits = amounts(flags.text('limits'))
    const requests = amounts(flags.text('requests'))
    const pattern = flags.text('containers')
    return changePodSpecs(call, call.args, 'resource requirements updated', (podSpec) => {
      if (!podSpec.containers.some(({ name }: Draft) => isMeant(pattern, name))) {
        throw new CommandError(`unable to find container named ${pattern}`)
      }
      return {
        ...podSpec,
        containers: podSpec.containers.map((one: Draft) =>
          isMeant(pattern, one.name) ? withResources(one, limits, requests) : one,
        ),
      }
    })
  },
}
export default resources

/** "cpu=200m,memory=128Mi" */
function amounts(text: string): Amounts {
  const entries = text.split(',').flatMap((part) => {
    if (part === '') return []
    const [name = '', quantity, ...more] = part.split('=')
    if (quantity === undefined || more.length > 0) {
      throw new CommandError(`Invalid argument syntax ${part}, expected <resource>=<value>`)
    }
    if (!isQuantity(quantity)) {
      throw new CommandError(
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
      )
    }
    return [[name, canonicalQuantity(quantity)] as const]
  })
  return Object.fromEntries(entries)
}

/** An amount of zero takes the resource away. */
function withResources(container: Draft, limits: Amounts, requests: Amounts): Draft {
  const resources = { ...container.resources }
  for (const [field, changes] of [
    ['limits', limits],
    ['requests', requests],
  ] as const) {
    if (Object.keys(changes).length === 0) continue
    const entries = Object.entries({ ...resources[field], ...changes }).filter(
      ([, quantity]) => quantity !== '0',
    )
    resources[field] = Object.fromEntries(entries)
  }
  return { ...container, resources }
}
