import { describe, expect, it } from 'vitest'
import type { FieldError } from '../fieldError.ts'
import type { Draft } from '../kind.ts'
import { setPodDefaults } from '../kinds/pod/defaults.ts'
import { isIPv4, isIPv6 } from './ip.ts'
import { validateObjectMeta } from './objectMeta.ts'
import { validatePodSpec } from './pod/spec.ts'
import { podSpecWarnings } from './pod/warnings.ts'

/** Rules that no recording of a real control plane covers. */
describe('a pod spec is refused for', () => {
  it.each<[string, Draft, string]>([
    [
      'an init container with a probe',
      { initContainers: [{ name: 'i', image: 'a', livenessProbe: { exec: { command: ['x'] } } }] },
      'spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
    ],
    [
      'two containers on one port of the host',
      { containers: [withPort('a', 80), withPort('b', 80)] },
      'spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"',
    ],
    [
      'a hook that sleeps too long',
      { containers: [{ name: 'c', image: 'a', lifecycle: { preStop: { sleep: { seconds: 60 } } } }] },
      'spec.containers[0].lifecycle.preStop.sleep: Invalid value: 60: must be non-negative and less than terminationGracePeriodSeconds (30)',
    ],
    [
      'an unknown host path type',
      { volumes: [{ name: 'v', hostPath: { path: '/x', type: 'Door' } }] },
      'spec.volumes[0].hostPath.type: Unsupported value: "Door": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
    ],
    [
      'a path that climbs out',
      { volumes: [{ name: 'v', configMap: { name: 'x', items: [{ key: 'a', path: '../b' }] } }] },
      `spec.volumes[0].configMap.items[0].path: Invalid value: "../b": must not contain '..'`,
    ],
    [
      'a weight beyond 100',
      {
        affinity: {
          podAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 101, podAffinityTerm: { topologyKey: 'zone' } },
            ],
          },
        },
      },
      'spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 101: must be in the range 1-100',
    ],
    [
      'huge pages alone',
      { containers: [{ name: 'c', image: 'a', resources: { limits: { 'hugepages-2Mi': '4Mi' } } }] },
      'spec.containers[0].resources: Forbidden: HugePages require cpu or memory',
    ],
    [
      'no nameserver of its own',
      { dnsPolicy: 'None' },
      'spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None',
    ],
    [
      'the same gate twice',
      { schedulingGates: [{ name: 'g' }, { name: 'g' }] },
      'spec.schedulingGates[1]: Duplicate value: "g"',
    ],
    [
      'a user beyond all users',
      { securityContext: { runAsUser: -1 } },
      'spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive',
    ],
    [
      'an escalation that contradicts itself',
      {
        containers: [
          { name: 'c', image: 'a', securityContext: { privileged: true, allowPrivilegeEscalation: false } },
        ],
      },
      'spec.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
    ],
  ])('%s', (_, spec, text) => {
    expect(texts(validatePodSpec(defaulted(spec), 'spec', true))).toEqual([text])
  })
})

it('warns of ports that overlap and of variables that hide others', () => {
  const ports = [{ containerPort: 80 }, { containerPort: 80 }]
  const env = [
    { name: 'PATH', value: '/a' },
    { name: 'PATH', value: '$(PATH):/b' },
    { name: 'PATH', value: '/c' },
  ]
  const spec = defaulted({ containers: [{ name: 'c', image: 'a', ports, env }] })
  expect(podSpecWarnings(spec, 'spec')).toEqual([
    'spec.containers[0].env[2]: hides previous definition of "PATH", which may be dropped when using apply',
    'spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]',
  ])
})

describe('metadata', () => {
  const kind = { namespaced: true, nameRule: 'dns-subdomain' } as const
  const metadata: Draft = { name: 'a', namespace: 'b' }

  it('may have one controller only', () => {
    const owner = { apiVersion: 'v1', kind: 'Pod', name: 'x', uid: '1', controller: true }
    const errors = validateObjectMeta(kind, {
      ...metadata,
      ownerReferences: [owner, { ...owner, name: 'y' }],
    })
    expect(errors[0]?.message).toContain('Found "true" in references for Pod/x and Pod/y')
  })

  it('is told of its labels in the order of their keys, however often', () => {
    const labels = { z: '?', 'b c': '', fine: '', a: 'x y', '__proto__ ': '' }
    for (let time = 0; time < 2; time++) {
      const told = texts(validateObjectMeta(kind, { ...metadata, labels }))
      expect(told.map((text) => /"(.*?)"/.exec(text)?.[1])).toEqual(['__proto__ ', 'x y', 'b c', '?'])
    }
  })

  it('may have finalizers of Kubernetes or of a domain', () => {
    expect(validateObjectMeta(kind, { ...metadata, finalizers: ['kubernetes', 'a.b/c'] })).toEqual([])
    expect(texts(validateObjectMeta(kind, { ...metadata, finalizers: ['mine'] }))).toEqual([
      'metadata.finalizers[0]: Invalid value: "mine": name is neither a standard finalizer name nor is it fully qualified',
    ])
  })
})

it('tells addresses from what looks like them', () => {
  for (const good of ['0.0.0.0', '10.1.2.255']) expect(isIPv4(good), good).toBe(true)
  for (const bad of ['1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5']) expect(isIPv4(bad), bad).toBe(false)
  for (const good of ['::', '::1', 'fd00::a:b', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4'])
    expect(isIPv6(good), good).toBe(true)
  for (const bad of ['1:2', ':::', '1::2::3', '1:2:3:4:5:6:7:8:9', 'g::'])
    expect(isIPv6(bad), bad).toBe(false)
})

function withPort(name: string, hostPort: number): Draft {
  return { name, image: 'a', ports: [{ containerPort: hostPort, hostPort }] }
}

function defaulted(spec: Draft): Draft {
  const pod: Draft = { spec: { containers: [{ name: 'c', image: 'a' }], ...spec } }
  setPodDefaults(pod)
  return pod.spec
}

function texts(errors: readonly FieldError[]): readonly string[] {
  return errors.map((error) => `${error.field}: ${error.message}`)
}
