/** `kubectl set env` (k8s.io/kubectl/pkg/cmd/set/set_env.go, v1.36), for plain values. */
import type { Draft } from '../../../../../api/kind.ts'
import { CommandError } from '../../../errors.ts'
import { findAll, requestOf } from '../../../resources/select.ts'
import { changePodSpecs, isMeant, podSpecOf, setFlags, splitAt } from '../../../set/podSpecs.ts'
import type { Call, Verb } from '../../../verb.ts'

const env: Verb = {
  summary: 'Update environment variables on a pod template',
  usage: 'set env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N [options]',
  flags: [
    ...setFlags,
    { name: 'containers', short: 'c', type: 'string', default: '*' },
    { name: 'env', short: 'e', type: 'array' },
    { name: 'list', type: 'bool' },
    { name: 'overwrite', type: 'bool', default: 'true' },
  ],
  run(call) {
    const [resources, rest] = splitAt(
      call.args,
      (arg) => arg.includes('=') || (arg.endsWith('-') && !arg.startsWith('-')),
    )
    if (resources.length === 0 && call.flags.list('filename').length === 0) {
      throw new CommandError(
        'one or more resources must be specified as <resource> <name> or <resource>/<name>',
      )
    }
    if (call.flags.on('list')) return list(call, resources)
    const updates = [...rest, ...call.flags.list('env')].map(updateOf)
    const pattern = call.flags.text('containers')
    return changePodSpecs(call, resources, 'env updated', (podSpec) => ({
      ...podSpec,
      containers: podSpec.containers.map((one: Draft) =>
        isMeant(pattern, one.name) ? withEnv(call, one, updates) : one,
      ),
    }))
  },
}
export default env

interface Update {
  readonly name: string
  /** Absent: the variable goes. */
  readonly value?: string
}

function updateOf(word: string): Update {
  const at = word.indexOf('=')
  if (at > 0) return { name: word.slice(0, at), value: word.slice(at + 1) }
  if (at < 0 && word.endsWith('-')) return { name: word.slice(0, -1) }
  throw new CommandError(`invalid environment variable: ${word}`)
}

function withEnv(call: Call, container: Draft, updates: readonly Update[]): Draft {
  if (updates.length === 0) return container
  let variables: readonly Draft[] = container.env ?? []
  for (const { name, value } of updates) {
    const present = variables.find((one) => one.name === name)
    if (value === undefined) variables = variables.filter((one) => one !== present)
    else if (present === undefined) variables = [...variables, { name, value }]
    else if (!call.flags.on('overwrite') && present.value !== value) {
      throw new CommandError(`'${name}' already has a value (${present.value}), and --overwrite is false`)
    } else variables = variables.map((one) => (one === present ? { name, value } : one))
  }
  const { env: _, ...rest } = container
  return variables.length === 0 ? rest : { ...rest, env: variables }
}

function list(call: Call, resources: readonly string[]): undefined {
  const { found, errors } = findAll(call, requestOf(call, { args: resources }))
  if (errors.length > 0) throw errors[0]
  const pattern = call.flags.text('containers')
  for (const { kind, name, object } of found) {
    for (const container of podSpecOf(kind, object)?.containers ?? []) {
      if (!isMeant(pattern, container.name)) continue
      call.output.print(`# ${kind.kind} ${name}, container ${container.name}\n`)
      for (const one of container.env ?? [])
        call.output.print(`${one.valueFrom === undefined ? '' : '# '}${one.name}=${one.value ?? ''}\n`)
    }
  }
  return undefined
}
