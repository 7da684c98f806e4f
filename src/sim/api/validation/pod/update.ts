/** What an update may change of a pod (pkg/apis/core/validation/validation.go ValidatePodUpdate, Kubernetes v1.36). */
import { equalValues } from '../../../core/frozen.ts'
import { type FieldError, forbidden, invalid, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { inclusiveRange } from '../../names.ts'
import type { Container, Pod, PodSpec, Toleration } from '../../types/index.ts'
import { unifiedDiff } from '../unifiedDiff.ts'
import { goPodSpec } from './goView.ts'
import { validateTolerations } from './scheduling.ts'

const maxInt32 = 2_147_483_647
const updatable = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
]

/** `shown`: the spec as a reader sees it, with what is not stored; the error compares two of those. */
export function validatePodSpecUpdate(
  pod: Pod,
  old: Pod,
  shown: (pod: Pod) => PodSpec,
): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const list of ['containers', 'initContainers'] as const) {
    const found = validateContainerUpdates(pod.spec[list] ?? [], old.spec[list] ?? [], `spec.${list}`)
    errors.push(...found.errors)
    if (found.stop) return errors
  }
  const deadline = validateDeadlineUpdate(pod.spec.activeDeadlineSeconds, old.spec.activeDeadlineSeconds)
  errors.push(...deadline.errors)
  if (deadline.stop) return errors
  errors.push(...validateAddedTolerations(pod.spec.tolerations ?? [], old.spec.tolerations ?? []))
  errors.push(...validateRemovedGates(pod.spec, old.spec))
  const allowed = withAllowedChangesUndone(pod.spec, old.spec)
  if (equalValues(allowed, old.spec)) return errors
  const diff = unifiedDiff(prettyGo(shown(old)), prettyGo(shown({ ...pod, spec: allowed })))
  const why = `pod updates may not change fields other than ${updatable.join(',')}\n${diff}`
  return [...errors, forbidden('spec', why)]
}

interface Outcome {
  readonly errors: readonly FieldError[]
  /** Nothing more can sensibly be said of the update. */
  readonly stop: boolean
}

function validateContainerUpdates(
  containers: readonly Container[],
  old: readonly Container[],
  field: string,
): Outcome {
  if (containers.length !== old.length) {
    return { errors: [forbidden(field, 'pod updates may not add or remove containers')], stop: true }
  }
  const errors = containers.flatMap(({ image = '' }, i) => {
    const at = `${field}[${i}].image`
    if (image === '') return [required(at)]
    return image === image.trim() ? [] : [invalid(at, image, 'must not have leading or trailing whitespace')]
  })
  return { errors, stop: false }
}

/** A deadline may be set or brought forward. */
function validateDeadlineUpdate(seconds: number | undefined, old: number | undefined): Outcome {
  const field = 'spec.activeDeadlineSeconds'
  const refuse = (value: unknown, why: string, stop: boolean) => ({
    errors: [invalid(field, value, why)],
    stop,
  })
  if (seconds === undefined) {
    if (old === undefined) return { errors: [], stop: false }
    return refuse(null, 'must not update from a positive integer to nil value', false)
  }
  if (seconds < 0 || seconds > maxInt32) return refuse(seconds, inclusiveRange(0, maxInt32), true)
  if (old !== undefined && old < seconds) {
    return refuse(seconds, 'must be less than or equal to previous value', true)
  }
  return { errors: [], stop: false }
}

function validateAddedTolerations(
  tolerations: readonly Toleration[],
  old: readonly Toleration[],
): readonly FieldError[] {
  const field = 'spec.tolerations'
  const timeless = ({ tolerationSeconds: _, ...rest }: Toleration) => rest
  const kept = old.every((before) => tolerations.some((now) => equalValues(timeless(now), timeless(before))))
  if (kept) return validateTolerations(tolerations, field)
  return [forbidden(field, 'existing toleration can not be modified except its tolerationSeconds')]
}

function validateRemovedGates(spec: PodSpec, old: PodSpec): readonly FieldError[] {
  const known = new Set((old.schedulingGates ?? []).map((gate) => gate.name))
  return (spec.schedulingGates ?? []).flatMap(({ name }, i) =>
    known.has(name)
      ? []
      : [
          forbidden(
            `spec.schedulingGates[${i}].name`,
            `only deletion is allowed, but found new scheduling gate '${name}'`,
          ),
        ],
  )
}

/** The new spec with every change that is allowed taken back: what differs still is forbidden. */
function withAllowedChangesUndone(spec: PodSpec, old: PodSpec): PodSpec {
  const undone: Draft = { ...spec }
  undone.containers = withImagesOf(spec.containers, old.containers)
  if (spec.initContainers !== undefined) {
    undone.initContainers = withImagesOf(spec.initContainers, old.initContainers ?? [])
  }
  undone.activeDeadlineSeconds = old.activeDeadlineSeconds
  undone.tolerations = old.tolerations
  undone.schedulingGates = old.schedulingGates
  const grace = old.terminationGracePeriodSeconds
  if (grace !== undefined && grace < 0 && spec.terminationGracePeriodSeconds === 1) {
    undone.terminationGracePeriodSeconds = grace
  }
  if ((old.schedulingGates ?? []).length > 0) undone.nodeSelector = old.nodeSelector
  return undone
}

function withImagesOf(containers: readonly Container[], old: readonly Container[]): readonly Container[] {
  return containers.map((container, i) => ({ ...container, image: old[i]?.image ?? '' }))
}

function prettyGo(spec: PodSpec): string {
  return JSON.stringify(goPodSpec(spec), null, 1)
}
