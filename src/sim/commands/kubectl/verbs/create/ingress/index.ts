/** `kubectl create ingress` (k8s.io/kubectl/pkg/cmd/create/create_ingress.go, v1.36). */
import type { Kind } from '../../../../../api/kind.ts'
import { Ingresses } from '../../../../../api/kinds/ingress/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import { CommandError } from '../../../errors.ts'
import type { Call, Verb } from '../../../verb.ts'
import { backendOf, rulesOf, tlsOf } from './rules.ts'

const kind = Ingresses as unknown as Kind

/** Host, path, service, port, and perhaps TLS with its secret. */
const rulePattern = /^[\w*\-.]*\/.*=[\w-]+:[\w-]+(,tls(=[\w-]+)?)?$/

const ingress: Verb = {
  summary: 'Create an ingress with the specified name',
  usage: 'create ingress NAME --rule=host/path=service:port[,tls[=secret]]  [options]',
  aliases: ['ing'],
  flags: [
    ...generatorFlags,
    { name: 'annotation', type: 'array' },
    { name: 'class', type: 'string' },
    { name: 'default-backend', type: 'string' },
    { name: 'rule', type: 'array' },
  ],
  run(call) {
    const name = nameOf(call)
    check(call)
    const annotations = annotationsOf(call)
    const metadata = {
      ...metadataOf(call, kind, name),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    }
    const made = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: specOf(call),
      status: { loadBalancer: {} },
    }
    createGenerated(call, kind, made, 'failed to create ingress')
    return undefined
  },
}
export default ingress

function check({ flags }: Call): void {
  const rules = flags.list('rule')
  const backend = flags.text('default-backend')
  if (rules.length === 0 && backend === '') {
    throw new CommandError(
      'not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)',
    )
  }
  for (const rule of rules) {
    if (rulePattern.test(rule)) continue
    throw new CommandError(
      `rule ${rule} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`,
    )
  }
  for (const annotation of flags.list('annotation')) {
    if (annotation.includes('=')) continue
    throw new CommandError(`annotation ${annotation} is invalid and should be in format key=[value]`)
  }
  if (backend !== '' && backend.split(':').length !== 2)
    throw new CommandError('default-backend should be in format servicename:serviceport')
}

function annotationsOf({ flags }: Call): Readonly<Record<string, string>> {
  const pairs = flags.list('annotation').map((text) => {
    const at = text.indexOf('=')
    return [text.slice(0, at), text.slice(at + 1)] as const
  })
  return Object.fromEntries(pairs)
}

function specOf({ flags }: Call): object {
  const rules = flags.list('rule')
  const tls = tlsOf(rules)
  const backend = flags.text('default-backend')
  return {
    ...(flags.text('class') === '' ? {} : { ingressClassName: flags.text('class') }),
    ...(backend === '' ? {} : { defaultBackend: backendOf(backend) }),
    ...(tls.length > 0 ? { tls } : {}),
    ...(rules.length > 0 ? { rules: rulesOf(rules) } : {}),
  }
}
