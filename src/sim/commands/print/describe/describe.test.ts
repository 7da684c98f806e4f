import { expect, it, describe as suite } from 'vitest'
import { EndpointSlices } from '../../../api/kinds/endpointSlice/index.ts'
import type { Reader } from '../../../api/reader.ts'
import type { ApiObject, Container, Event, PodSpec } from '../../../api/types/index.ts'
import { describe, podTemplateText } from './index.ts'

const now = 1_767_225_665

function described(object: unknown, world: Partial<Reader> = {}): string {
  const reader = {
    nowSeconds: now,
    eventsAbout: () => [],
    get: () => undefined,
    byIndex: () => [],
    list: () => [],
    ...world,
  }
  return describe(object as ApiObject, reader as Reader, now)
}

function pod({ container = {}, spec = {}, status = {}, metadata = {} }: Record<string, object>) {
  return {
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'd', uid: 'u', ...metadata },
    spec: { containers: [{ name: 'c', image: 'i', ...container } as Container], ...spec } as PodSpec,
    status: { phase: 'Running', ...status },
  }
}

/** The lines from one that begins so, to the next that does. */
function section(text: string, first: string, last: string): string {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.trim().startsWith(first))
  const to = lines.findIndex((line, i) => i > from && line.trim().startsWith(last))
  return lines.slice(from, to).join('\n')
}

suite('describe', () => {
  it('prints probes, limits and where variables come from', () => {
    const times = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }
    const text = described(
      pod({
        container: {
          resources: { limits: { memory: '1Gi', cpu: '0.5' } },
          volumeMounts: [{ name: 'v', mountPath: '/v' }],
          livenessProbe: { httpGet: { path: 'up?x=a b', port: 8080, scheme: 'HTTP' }, ...times },
          readinessProbe: { exec: { command: ['cat', '/ok'] }, initialDelaySeconds: 5, ...times },
          envFrom: [{ prefix: 'P_', secretRef: { name: 'sec' } }],
          env: [
            { name: 'LINES', value: 'x\ny' },
            { name: 'NODE', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } },
            { name: 'ME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
            { name: 'KEY', valueFrom: { secretKeyRef: { name: 'sec', key: 'k' } } },
            { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
            { name: 'REQ', valueFrom: { resourceFieldRef: { resource: 'limits.ephemeral-storage' } } },
          ],
        },
      }),
    )
    expect(section(text, 'Limits:', 'Mounts:')).toBe(
      [
        '    Limits:',
        '      cpu:      500m',
        '      memory:   1Gi',
        '    Liveness:   http-get http://:8080/up%3Fx=a%20b delay=0s timeout=1s period=10s #success=1 #failure=3',
        '    Readiness:  exec [cat /ok] delay=5s timeout=1s period=10s #success=1 #failure=3',
        '    Environment Variables from:',
        "      sec  Secret with prefix 'P_'  Optional: false",
        '    Environment:',
        '      LINES:  x',
        '              y',
        '      NODE:    (v1:spec.nodeName)',
        '      ME:     p (v1:metadata.name)',
        "      KEY:    <set to the key 'k' in secret 'sec'>  Optional: false",
        '      MEM:    1024 (limits.memory)',
        '      REQ:    0 (limits.ephemeral-storage)',
      ].join('\n'),
    )
  })

  it('prints what became of a container, and that the pod is going', () => {
    const times = { startedAt: '2026-01-01T00:00:01Z', finishedAt: '2026-01-01T00:00:02Z' }
    const text = described(
      pod({
        metadata: { deletionTimestamp: '2026-01-01T00:01:00Z', deletionGracePeriodSeconds: 30 },
        status: {
          containerStatuses: [
            {
              name: 'c',
              image: 'i',
              imageID: 'x',
              ready: false,
              restartCount: 4,
              state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled', ...times } },
            },
          ],
        },
      }),
    )
    expect(text).toContain(
      '\nStatus:                    Terminating (lasts 5s)\nTermination Grace Period:  30s\n',
    )
    expect(section(text, 'State:', 'Environment')).toBe(
      [
        '    State:          Waiting',
        '      Reason:       CrashLoopBackOff',
        '    Last State:     Terminated',
        '      Reason:       OOMKilled',
        '      Exit Code:    137',
        '      Started:      Thu, 01 Jan 2026 00:00:01 +0000',
        '      Finished:     Thu, 01 Jan 2026 00:00:02 +0000',
        '    Ready:          False',
        '    Restart Count:  4',
      ].join('\n'),
    )
  })

  it('puts long annotations and those of several lines below their key', () => {
    const annotations = { long: 'x'.repeat(150), several: 'one\ntwo\n', short: 'v' }
    expect(section(described(pod({ metadata: { annotations } })), 'Annotations:', 'Status:')).toBe(
      [
        `Annotations:  long:`,
        `                ${'x'.repeat(138)}...`,
        '              several:',
        '                one',
        '                two',
        '              short: v',
      ].join('\n'),
    )
  })

  it('tells how often an event was seen, the latest last', () => {
    const event = (name: string, count: number, lastTimestamp: string, fieldPath?: string) => ({
      metadata: { name, namespace: 'd' },
      involvedObject: { fieldPath },
      type: 'Warning',
      reason: 'BackOff',
      message: ' again\n',
      source: { component: 'kubelet' },
      firstTimestamp: '2026-01-01T00:00:00Z',
      lastTimestamp,
      count,
    })
    const events = [
      event('b', 3, '2026-01-01T00:01:00Z', 'spec.containers{c}'),
      event('a', 1, '2026-01-01T00:00:00Z'),
    ]
    const text = described(pod({}), { eventsAbout: () => events as unknown as Event[] })
    expect(text.slice(text.indexOf('Events:'))).toBe(
      [
        'Events:',
        '  Type     Reason   Age               From     Message',
        '  ----     ------   ----              ----     -------',
        '  Warning  BackOff  65s               kubelet  again',
        '  Warning  BackOff  5s (x3 over 65s)  kubelet  spec.containers{c}: again',
        '',
      ].join('\n'),
    )
  })

  it('counts the endpoints beyond the third, and leaves out those that are not ready', () => {
    const endpoints = [1, 2, 3, 4, 5].map((n) => ({
      addresses: [`10.0.0.${n}`],
      conditions: { ready: n !== 2 },
    }))
    const slice = { metadata: { name: 's' }, ports: [{ name: 'http', port: 80 }], endpoints }
    const service = {
      kind: 'Service',
      metadata: { name: 'web', namespace: 'd', uid: 'u' },
      spec: { ports: [{ name: 'http', port: 8080, protocol: 'TCP', targetPort: 'web', nodePort: 30080 }] },
      status: {},
    }
    const byIndex = (kind: unknown) => (kind === EndpointSlices ? [slice] : [])
    const text = described(service, { byIndex: byIndex as never })
    expect(section(text, 'Port:', 'Session')).toBe(
      [
        'Port:              http  8080/TCP',
        'TargetPort:        web/TCP',
        'NodePort:          http  30080/TCP',
        'Endpoints:         10.0.0.1:80,10.0.0.3:80,10.0.0.4:80 + 1 more...',
      ].join('\n'),
    )
  })

  it('describes a kind without a describer field by field', () => {
    const lease = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'n', namespace: 'd', uid: 'u' },
      spec: { holderIdentity: 'n', leaseDurationSeconds: 40 },
    }
    expect(described(lease)).toBe(
      [
        'Name:         n',
        'Namespace:    d',
        'Labels:       <none>',
        'Annotations:  <none>',
        'API Version:  coordination.k8s.io/v1',
        'Kind:         Lease',
        'Metadata:',
        '  UID:  u',
        'Spec:',
        '  Holder Identity:         n',
        '  Lease Duration Seconds:  40',
        'Events:                    <none>',
        '',
      ].join('\n'),
    )
  })

  it('gives a pod template alone with its tabs', () => {
    const template = { metadata: { labels: { app: 'web', b: '2' } }, spec: pod({}).spec }
    expect(podTemplateText(template)).toBe(
      'Pod Template:\n  Labels:\tapp=web\n\tb=2\n  Containers:\n   c:\n    Image:\ti\n    Port:\t<none>\n' +
        '    Host Port:\t<none>\n    Environment:\t<none>\n    Mounts:\t<none>\n  Volumes:\t<none>\n' +
        '  Node-Selectors:\t<none>\n  Tolerations:\t<none>\n',
    )
  })
})
