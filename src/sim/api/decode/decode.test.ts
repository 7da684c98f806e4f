import { describe, expect, it } from 'vitest'
import type { Draft, Kind } from '../kind.ts'
import { Pods } from '../kinds/pod/index.ts'
import { decode } from './index.ts'
import { notSimulated } from './notSimulated.ts'

const container = { name: 'c', image: 'nginx' }

describe('decoding', () => {
  it('writes quantities in their canonical form, whatever they were given as', () => {
    const limits = { cpu: 0.5, memory: '1024Mi', 'example.com/gpu': 1 }
    const { spec } = decode(podOf({ containers: [{ ...container, resources: { limits } }] }))
    expect(spec.containers[0].resources.limits).toEqual({
      cpu: '500m',
      memory: '1Gi',
      'example.com/gpu': '1',
    })
  })

  it('drops what is empty, unless its type tells empty from absent', () => {
    const { metadata, spec } = decode({
      ...podOf({
        containers: [{ ...container, env: [], tty: false, workingDir: '' }],
        priority: 0,
        hostNetwork: false,
        volumes: [{ name: 'v', emptyDir: {} }],
        nodeName: null,
      }),
      metadata: { name: 'p', labels: {}, creationTimestamp: null },
    })
    expect(metadata).toEqual({ name: 'p' })
    expect(spec).toEqual({
      containers: [{ ...container, resources: {} }],
      priority: 0,
      volumes: [{ name: 'v', emptyDir: {} }],
    })
  })

  it('fills in structures that are always written', () => {
    const deployment = decode({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } })
    expect(deployment.spec).toEqual({ strategy: {}, template: { metadata: {}, spec: {} } })
    expect(deployment.status).toEqual({})
  })

  it.each([
    ['a list for a structure', { spec: [] }, 'array into Go struct field Pod.spec of type v1.PodSpec'],
    [
      'an object for a list',
      { spec: { containers: {} } },
      'object into Go struct field PodSpec.spec.containers of type []v1.Container',
    ],
    [
      'a number for a named text',
      { spec: { restartPolicy: 1 } },
      'number into Go struct field PodSpec.spec.restartPolicy of type v1.RestartPolicy',
    ],
    [
      'a text for a map',
      { spec: { nodeSelector: 'x' } },
      'string into Go struct field PodSpec.spec.nodeSelector of type map[string]string',
    ],
    [
      'a number that is too large',
      { spec: { priority: 3_000_000_000 } },
      'number 3000000000 into Go struct field PodSpec.spec.priority of type int32',
    ],
    [
      'a text for a number in a list',
      { spec: { containers: [{ ...container, ports: [{ containerPort: '80' }] }] } },
      'string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32',
    ],
    [
      'a boolean for a port',
      { spec: { containers: [{ ...container, livenessProbe: { httpGet: { port: true } } }] } },
      'bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.httpGet.port of type int32',
    ],
  ])('refuses %s', (_, fields, text) => {
    expect(refusalOf({ ...podOf({ containers: [container] }), ...fields })).toBe(
      `Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal ${text}`,
    )
  })

  it('tells the first wrong type, but stops at a value that its own type refuses', () => {
    const memory = { ...container, tty: 'yes', resources: { limits: { memory: '1GB' } } }
    expect(refusalOf(podOf({ containers: [{ ...container, tty: 'a', stdin: 'b' }] }))).toContain(
      '.stdin of type bool',
    )
    expect(refusalOf(podOf({ containers: [memory] }))).toContain(
      'quantities must match the regular expression',
    )
  })

  it('lists unknown fields in the order of the alphabet, with their places in lists', () => {
    const spec = { zone: 1, containers: [container, { ...container, imag: 'x' }], app: 2 }
    expect(refusalOf(podOf(spec))).toBe(
      'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.app", ' +
        'unknown field "spec.containers[1].imag", unknown field "spec.zone"',
    )
  })

  it('explains a time that is none', () => {
    const metadata = { name: 'p', creationTimestamp: 'today' }
    expect(refusalOf({ ...podOf({}), metadata })).toContain(
      'parsing time "today" as "2006-01-02T15:04:05Z07:00": cannot parse "today" as "2006"',
    )
  })
})

describe('fields that are not simulated', () => {
  it('are named once each, without those that have no effect', () => {
    const spec = {
      containers: [
        { ...container, env: [{ name: 'A' }], tty: true },
        { ...container, env: [{ name: 'B' }], securityContext: { privileged: true } },
      ],
      dnsPolicy: 'ClusterFirst',
      nodeSelector: { a: 'b' },
      hostPID: true,
    }
    expect(notSimulated(Pods as Kind, podOf(spec))).toEqual([
      'spec.containers[*].env',
      'spec.containers[*].securityContext',
      'spec.hostPID',
    ])
  })
})

function podOf(spec: Draft): Draft {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }
}

function refusalOf(object: Draft): string {
  try {
    decode(object)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
