/** What requests are for: "svc/web", "web", "svc/web:8080". */
import { Services } from '../../../api/kinds/service/index.ts'
import type { Service } from '../../../api/types/index.ts'
import type { LoadTarget } from '../../../substrate/index.ts'
import type { Session } from '../../execution.ts'
import { UsageError } from '../arguments.ts'

export interface Target {
  readonly id: string
  readonly target: LoadTarget
  /** As people write it. */
  readonly text: string
  readonly service: Service | undefined
}

/** The target that a word names, whether or not it is there. */
export function targetOf(word: string, namespace: string, { engine }: Session): Target {
  const match = /^(?:(?:svc|service|services)\/)?([a-z0-9][-a-z0-9.]*)(?::([-a-z0-9]+))?$/.exec(word)
  if (match === null) throw new UsageError(`"${word}" is no target: requests go to svc/NAME`)
  const [, name = '', port = ''] = match
  return {
    id: `svc/${namespace}/${name}`,
    target: { kind: 'service', namespace, name, port },
    text: `svc/${name}`,
    service: engine.server.stored(Services, namespace, name),
  }
}

/** Refuses what is not there, as a typing error is likelier than an outage. */
export function existing(target: Target, namespace: string): Service {
  if (target.service === undefined)
    throw new UsageError(`there is no service "${target.text.slice(4)}" in namespace "${namespace}"`)
  checkPort(target, target.service)
  return target.service
}

function checkPort({ target }: Target, service: Service): void {
  const port = target.kind === 'service' ? target.port : ''
  const ports = service.spec.ports ?? []
  if (port === '' || ports.some((one) => one.name === port || String(one.port) === port)) return
  const known = ports.map((one) => one.name ?? String(one.port)).join(', ')
  throw new UsageError(`service "${service.metadata.name}" has no port ${port}: it has ${known}`)
}
