/**
 * What the API server takes but warns of in a pod or a template (pkg/api/pod/warnings.go, Kubernetes v1.36).
 * Deviation: nothing is said of annotations that fields have replaced.
 */
import type { Draft } from '../../kind.ts'
import { dnsLabelErrors } from '../../names.ts'
import { toMilli } from '../../quantity.ts'
import type { Container, NodeSelectorTerm, PodSpec } from '../../types/index.ts'
import { goView } from './goView.ts'

const oldNodeLabels: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
  [
    'beta.kubernetes.io/instance-type',
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  ],
])
const oldVolumes: readonly (readonly [string, string, string?])[] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+', 'storageOS'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
]
const requiredTerms = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferredTerms = 'preferredDuringSchedulingIgnoredDuringExecution'

/** A name that cannot be a host's name; `use`: what it is used for. */
export function nameWarnings(name: string, use: string): readonly string[] {
  const complaints = dnsLabelErrors(name)
  if (complaints.length === 0) return []
  const surprise = 'which can result in surprising behavior; a DNS label is recommended'
  return [`metadata.name: this is used in ${use}, ${surprise}: [${complaints.join(' ')}]`]
}

/** `field`: "spec", or "spec.template.spec". */
export function podSpecWarnings(spec: PodSpec, field: string): readonly string[] {
  const draft: Draft = spec
  return [
    ...selectorWarnings(spec, field),
    ...spreadWarnings(spec, field),
    ...(spec.volumes ?? []).flatMap((volume, i) =>
      oldVolumes.flatMap(([source, text, shown]) =>
        volume[source] === undefined ? [] : [`${field}.volumes[${i}].${shown ?? source}: ${text}`],
      ),
    ),
    ...repeatWarnings(draft.hostAliases ?? [], 'ip', `${field}.hostAliases`),
    ...repeatWarnings(draft.imagePullSecrets ?? [], 'name', `${field}.imagePullSecrets`),
    ...(draft.imagePullSecrets ?? []).flatMap(({ name = '' }: Draft, i: number) =>
      name === '' ? [`${field}.imagePullSecrets[${i}].name: invalid empty name ""`] : [],
    ),
    ...fractionWarnings(spec.overhead, `${field}.overhead`),
    ...placedContainers(spec, field).flatMap(({ container, at }) => containerWarnings(container, at)),
    ...portWarnings(spec, field),
  ]
}

interface PlacedContainer {
  readonly container: Container
  readonly at: string
}

function placedContainers(spec: PodSpec, field: string): readonly PlacedContainer[] {
  return (['initContainers', 'containers'] as const).flatMap((list) =>
    (spec[list] ?? []).map((container, i) => ({ container, at: `${field}.${list}[${i}]` })),
  )
}

function selectorWarnings(spec: PodSpec, field: string): readonly string[] {
  const affinity = spec.affinity?.nodeAffinity
  const at = `${field}.affinity.nodeAffinity`
  return [
    ...Object.keys(spec.nodeSelector ?? {})
      .sort()
      .flatMap((key) => {
        const text = oldNodeLabels.get(key)
        return text === undefined ? [] : [`${field}.nodeSelector[${key}]: ${text}`]
      }),
    ...(affinity?.[requiredTerms]?.nodeSelectorTerms ?? []).flatMap((term, i) =>
      termWarnings(term, `${at}.${requiredTerms}.nodeSelectorTerms[${i}]`),
    ),
    ...(affinity?.[preferredTerms] ?? []).flatMap((term, i) =>
      termWarnings(term.preference, `${at}.${preferredTerms}[${i}].preference`),
    ),
  ]
}

function termWarnings(term: NodeSelectorTerm, field: string): readonly string[] {
  return (term.matchExpressions ?? []).flatMap(({ key }, i) => {
    const text = oldNodeLabels.get(key)
    return text === undefined ? [] : [`${field}.matchExpressions[${i}].key: ${key} is ${text}`]
  })
}

function spreadWarnings(spec: PodSpec, field: string): readonly string[] {
  return (spec.topologySpreadConstraints ?? []).flatMap(({ topologyKey, labelSelector }, i) => {
    const at = `${field}.topologySpreadConstraints[${i}]`
    const text = oldNodeLabels.get(topologyKey)
    return [
      ...(text === undefined ? [] : [`${at}.topologyKey: ${topologyKey} is ${text}`]),
      ...(labelSelector === undefined
        ? [`${at}.labelSelector: a null labelSelector results in matching no pod`]
        : []),
    ]
  })
}

function repeatWarnings(items: readonly Draft[], key: string, field: string): readonly string[] {
  const values = items.map((item) => item[key] ?? '')
  return values.flatMap((value, i) =>
    values.indexOf(value) < i ? [`${field}[${i}].${key}: duplicate ${key} ${JSON.stringify(value)}`] : [],
  )
}

/** A part of a byte can't be had. */
function fractionWarnings(
  amounts: Readonly<Record<string, string>> | undefined,
  field: string,
): readonly string[] {
  return ['memory', 'ephemeral-storage'].flatMap((name) => {
    const amount = amounts?.[name]
    if (amount === undefined || toMilli(amount) % 1000 === 0) return []
    const text = `fractional byte value ${JSON.stringify(amount)} is invalid, must be an integer`
    return [`${field}[${name}]: ${text}`]
  })
}

function containerWarnings(container: Container, field: string): readonly string[] {
  const { limits, requests } = container.resources ?? {}
  const amounts = ['memory', 'ephemeral-storage'].flatMap((name) => [
    ...fractionWarnings(only(limits, name), `${field}.resources.limits`),
    ...fractionWarnings(only(requests, name), `${field}.resources.requests`),
  ])
  return [...amounts, ...envWarnings(container, `${field}.env`)]
}

function only(
  amounts: Readonly<Record<string, string>> | undefined,
  name: string,
): Readonly<Record<string, string>> {
  const amount = amounts?.[name]
  return amount === undefined ? {} : { [name]: amount }
}

/** A second value for a name is fine where it builds on the first: PATH, "$(PATH):/more". */
function envWarnings(container: Container, field: string): readonly string[] {
  const names = new Set<string>()
  return (container.env ?? []).flatMap(({ name, value = '', valueFrom }, i) => {
    const reference = `$(${name})`
    const builds = valueFrom === undefined && value !== reference && value.includes(reference)
    const hides = names.has(name) && !builds
    names.add(name)
    if (!hides) return []
    return [
      `${field}[${i}]: hides previous definition of ${JSON.stringify(name)}, which may be dropped when using apply`,
    ]
  })
}

function portWarnings(spec: PodSpec, field: string): readonly string[] {
  const earlier: {
    readonly key: string
    readonly host: string
    readonly hostPort: number
    readonly at: string
  }[] = []
  return placedContainers(spec, field).flatMap(({ container, at }) =>
    (container.ports ?? []).flatMap((port, i) => {
      const { hostIP = '', hostPort = 0 } = port
      const place = `${at}.ports[${i}]`
      const key = `${port.containerPort}/${port.protocol}`
      const others = earlier.filter((one) => one.key === key)
      earlier.push({ key, host: hostIP, hostPort, at: place })
      return [
        ...(hostIP !== '' && hostPort === 0
          ? [`${place}: hostIP set without hostPort: ${goFields(goView('ContainerPort', port))}`]
          : []),
        ...others.flatMap((other) => {
          if (other.host === hostIP && other.hostPort === hostPort) {
            return [`${place}: duplicate port definition with ${other.at}`]
          }
          const overlaps = hostPort === 0 || other.hostPort === 0 || hostIP === '' || other.host === ''
          const clash = overlaps && (hostPort === 0 || other.hostPort === 0 || hostPort === other.hostPort)
          return clash ? [`${place}: overlapping port definition with ${other.at}`] : []
        }),
      ]
    }),
  )
}

/** A structure as Go's `%+v` prints it. */
function goFields(view: Readonly<Record<string, unknown>>): string {
  return `{${Object.entries(view)
    .map(([name, value]) => `${name}:${value}`)
    .join(' ')}}`
}
