/** What requests are for: "svc/web", "web", "svc/web:8080"; "ingress/shop.example.com/cart" by a host and a path. */
import { Ingresses } from '../../../api/kinds/ingress/index.ts'
import { routeOf } from '../../../api/kinds/ingress/route.ts'
import { Services } from '../../../api/kinds/service/index.ts'
import type { Service } from '../../../api/types/index.ts'
import type { Load, LoadTarget } from '../../../substrate/index.ts'
import type { Session } from '../../execution.ts'
import { UsageError } from '../arguments.ts'

export interface Target {
  readonly id: string
  readonly target: LoadTarget
  /** As people write it. */
  readonly text: string
}

const service = /^(?:(?:svc|service|services)\/)?([a-z0-9][-a-z0-9.]*)(?::([-a-z0-9]+))?$/
const ingress = /^(?:ing|ingress|ingresses)\/([a-z0-9][-a-z0-9.]*)(\/[^\s]*)?$/

/** The target that a word names, whether or not it is there. */
export function targetOf(word: string, namespace: string): Target {
  const byHost = ingress.exec(word)
  if (byHost !== null) {
    const [, host = '', path = '/'] = byHost
    return {
      id: `ingress/${host}${path}`,
      target: { kind: 'ingress', host, path },
      text: `ingress/${host}${path}`,
    }
  }
  const match = service.exec(word)
  if (match === null)
    throw new UsageError(`"${word}" is no target: requests go to svc/NAME or ingress/HOST/PATH`)
  const [, name = '', port = ''] = match
  return {
    id: `svc/${namespace}/${name}`,
    target: { kind: 'service', namespace, name, port },
    text: `svc/${name}`,
  }
}

/**
 * Where the target's clients are unless somebody says otherwise: people outside use what was made for them. Refuses what is
 * not there, as a typing error is likelier than an outage.
 */
export function usualOrigin({ target }: Target, { engine }: Session): Load['from'] {
  if (target.kind === 'ingress') {
    if (routeOf(engine.server.list(Ingresses), target.host, target.path) === undefined)
      throw new UsageError(`no Ingress leads from ${target.host}${target.path} to a service`)
    return 'outside'
  }
  const found = engine.server.stored(Services, target.namespace, target.name)
  if (found === undefined)
    throw new UsageError(`there is no service "${target.name}" in namespace "${target.namespace}"`)
  checkPort(target.port, found)
  return found.spec.type === 'LoadBalancer' ? 'outside' : 'inside'
}

function checkPort(port: string, { metadata, spec }: Service): void {
  const ports = spec.ports ?? []
  if (port === '' || ports.some((one) => one.name === port || String(one.port) === port)) return
  const known = ports.map((one) => one.name ?? String(one.port)).join(', ')
  throw new UsageError(`service "${metadata.name}" has no port ${port}: it has ${known}`)
}
