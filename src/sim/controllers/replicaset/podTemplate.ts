/**
 * Pods from a ReplicaSet's template (GetPodFromTemplate in controller_utils.go, Kubernetes v1.36). What all pods of a
 * template have in common is prepared once and shared by them: their spec, their first status, their labels.
 */
import { type Kind, resourceName } from '../../api/kind.ts'
import { admitPod } from '../../api/kinds/pod/admission.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { alreadyExistsError } from '../../api/status.ts'
import type {
  Labels,
  ObjectMeta,
  Pod,
  PodSpec,
  PodStatus,
  PodTemplateSpec,
  ReplicaSet,
} from '../../api/types/index.ts'
import { generatedName } from '../../apiserver/metadata.ts'
import type { Engine } from '../../client/engine.ts'
import { controllerReference } from '../../client/ownership.ts'
import { timeText } from '../../core/clock.ts'
import { deepFreeze, thaw } from '../../core/frozen.ts'
import { WeakTable } from '../../core/weakTable.ts'

interface Prepared {
  readonly setName: string
  readonly generateName: string
  readonly tolerationSeconds: number
  readonly spec: PodSpec
  readonly status: PodStatus
  readonly labels: Labels | undefined
  readonly annotations: Labels | undefined
  readonly finalizers: readonly string[] | undefined
}

const podKind = Pods as unknown as Kind

const prepared = new WeakTable<PodTemplateSpec, Prepared>()

/** How often a new name is drawn when the first is taken, as the API server does for generated names. */
const nameTries = 8

/** A whole new pod of the set, defaulted and admitted, with a name that is free; throws what admission refuses. */
export function podOf(engine: Engine, set: ReplicaSet): Pod {
  const { namespace = 'default' } = set.metadata
  const { generateName, spec, status, labels, annotations, finalizers } = prepare(engine, set)
  const { name, uid } = birthOf(engine, set, namespace, generateName)
  const metadata: { -readonly [Field in keyof ObjectMeta]: ObjectMeta[Field] } = {
    name,
    generateName,
    namespace,
    uid,
    resourceVersion: '',
    generation: 1,
    creationTimestamp: timeText(engine.state.tick),
    ownerReferences: ownersOf(set),
  }
  if (labels !== undefined) metadata.labels = labels
  if (annotations !== undefined) metadata.annotations = annotations
  if (finalizers !== undefined) metadata.finalizers = finalizers
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec, status }
}

function prepare(engine: Engine, set: ReplicaSet): Prepared {
  const { template } = set.spec
  const tolerationSeconds = engine.profile.defaultTolerationSeconds
  const known = prepared.get(template)
  const { name } = set.metadata
  if (known?.tolerationSeconds === tolerationSeconds && known.setName === name) return known
  const draft = {
    metadata: { ...thaw(template.metadata), namespace: set.metadata.namespace },
    spec: thaw(template.spec),
  }
  Pods.setDefaults?.(draft)
  admitPod(draft, tolerationSeconds)
  Pods.prepareForCreate?.(draft)
  const { status } = draft as unknown as { status: PodStatus }
  const fresh = deepFreeze({
    setName: name,
    generateName: `${name}-`,
    tolerationSeconds,
    spec: draft.spec as PodSpec,
    status,
    labels: nonEmpty(template.metadata?.labels),
    annotations: nonEmpty(template.metadata?.annotations),
    finalizers: template.metadata?.finalizers,
  })
  prepared.set(template, fresh)
  return fresh
}

function nonEmpty(labels: Labels | undefined): Labels | undefined {
  return labels === undefined || Object.keys(labels).length === 0 ? undefined : labels
}

/** All pods of a set share the list with their one owner. */
const owners = new WeakTable<ReplicaSet['spec'], Pod['metadata']['ownerReferences'] & object>()

function ownersOf(set: ReplicaSet): readonly ReturnType<typeof controllerReference>[] {
  const known = owners.get(set.spec)
  if (known?.[0]?.uid === set.metadata.uid) return known
  const fresh = deepFreeze([controllerReference(set)])
  owners.set(set.spec, fresh)
  return fresh
}

/** Throws when no free name is drawn. */
function birthOf(
  engine: Engine,
  set: ReplicaSet,
  namespace: string,
  generateName: string,
): { name: string; uid: string } {
  for (let tries = 1; ; tries++) {
    const { uid, suffix } = engine.state.nextBirth(set.metadata.uid)
    const name = generatedName(generateName, suffix)
    if (engine.server.slot(podKind, namespace, name) === 0) return { name, uid }
    if (tries === nameTries) throw alreadyExistsError(resourceName(podKind), name)
  }
}
