/** Each case is an object as sent, and as the real API server answered it: defaulted, admitted, prepared. */
import { Sitting } from '../../../../lab/sitting.ts'
import { kindFor } from '../../../../sim/api/kinds/index.ts'
import { knownKind } from '../../../../sim/api/schema/index.ts'
import { compare } from '../../difference.ts'
import { notModelled, type Verdict } from '../../vectors.ts'

interface Case {
  readonly input: Answer
  readonly expected: Answer
}

// biome-ignore lint/suspicious/noExplicitAny: objects of many kinds.
type Answer = any

let shared: Sitting | undefined

export default function run({ input, expected }: Case): Verdict {
  const { apiVersion, kind } = input
  if (kindFor(apiVersion, kind) === undefined) {
    if (knownKind(apiVersion, kind) !== undefined) return `${notModelled} ${kind}`
    return expected === null ? true : refused(input, expected.error)
  }
  shared ??= new Sitting()
  const command = 'kubectl create --dry-run=server -o json -f -'
  const { exit, stdout, stderr } = shared.execute(command, JSON.stringify(input))
  if (exit !== 0) return stderr
  return compare(withoutChance(JSON.parse(stdout), input), withoutChance(expected, input))
}

/** A version that is no longer served. */
function refused(input: Answer, error: string): Verdict {
  shared ??= new Sitting()
  return compare(shared.execute('kubectl create --dry-run=server -f -', JSON.stringify(input)).stderr, error)
}

/** What the server draws or counts is not compared: names of token volumes, addresses, ports, times. */
function withoutChance(answer: Answer, sent: Answer): Answer {
  const {
    uid: _u,
    resourceVersion: _r,
    creationTimestamp: _c,
    managedFields: _m,
    ...metadata
  } = answer.metadata
  const text = JSON.stringify({ ...answer, metadata }).replace(
    /kube-api-access-[a-z0-9]{5}/g,
    'kube-api-access-xxxxx',
  )
  const result: Answer = JSON.parse(text)
  if (answer.kind !== 'Service') return result
  const { spec } = result
  if (sent.spec?.clusterIP === undefined && spec.clusterIP !== undefined) {
    spec.clusterIP = 'an address'
    spec.clusterIPs = spec.clusterIPs?.map(() => 'an address')
  }
  spec.ports?.forEach((port: Answer, i: number) => {
    if (sent.spec?.ports?.[i]?.nodePort === undefined && port.nodePort) port.nodePort = 'a port'
  })
  return result
}
