/** What metadata must be like, whatever the kind (apimachinery/pkg/api/validation/objectmeta.go, v1.36). */
import { type FieldError, forbidden, invalid, required } from '../fieldError.ts'
import type { Kind } from '../kind.ts'
import { dnsLabelErrors, nameErrors, qualifiedNameErrors } from '../names.ts'
import type { ObjectMeta, OwnerReference } from '../types/index.ts'
import { validateNonNegative } from './fields.ts'
import { validateAnnotations, validateLabels } from './labels.ts'

const standardFinalizers = new Set(['kubernetes', 'orphan', 'foregroundDeletion'])

export function validateObjectMeta(
  kind: Pick<Kind, 'namespaced' | 'nameRule'>,
  metadata: ObjectMeta,
): readonly FieldError[] {
  return [
    ...validateName(kind, metadata),
    ...validateNamespace(kind.namespaced, metadata.namespace ?? ''),
    ...validateNonNegative(metadata.generation ?? 0, 'metadata.generation'),
    ...validateLabels(metadata.labels, 'metadata.labels'),
    ...validateAnnotations(metadata.annotations, 'metadata.annotations'),
    ...validateOwners(metadata.ownerReferences ?? []),
    ...validateFinalizers(metadata.finalizers ?? []),
  ]
}

/** What an update may not change. The server sets the other immutable parts itself. */
export function validateObjectMetaUpdate(metadata: ObjectMeta, old: ObjectMeta): readonly FieldError[] {
  if (old.deletionTimestamp === undefined) return []
  const before = old.finalizers ?? []
  const added = (metadata.finalizers ?? []).filter((one) => !before.includes(one)).sort()
  if (added.length === 0) return []
  const list = added.map((one) => JSON.stringify(one)).join(', ')
  const why = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`
  return [forbidden('metadata.finalizers', why)]
}

function validateName(kind: Pick<Kind, 'nameRule'>, metadata: ObjectMeta): readonly FieldError[] {
  const { name = '', generateName = '' } = metadata
  const prefixErrors = generateName === '' ? [] : nameErrors(kind.nameRule, generateName, true)
  return [
    ...prefixErrors.map((error) => invalid('metadata.generateName', generateName, error)),
    ...(name === ''
      ? [required('metadata.name', 'name or generateName is required')]
      : nameErrors(kind.nameRule, name).map((error) => invalid('metadata.name', name, error))),
  ]
}

function validateNamespace(namespaced: boolean, namespace: string): readonly FieldError[] {
  if (!namespaced) {
    return namespace === '' ? [] : [forbidden('metadata.namespace', 'not allowed on this type')]
  }
  if (namespace === '') return [required('metadata.namespace')]
  return dnsLabelErrors(namespace).map((error) => invalid('metadata.namespace', namespace, error))
}

function validateOwners(owners: readonly OwnerReference[]): readonly FieldError[] {
  const errors = owners.flatMap(validateOwner)
  const controllers = owners.filter((owner) => owner.controller === true)
  const names = controllers.map((owner) => `${owner.kind}/${owner.name}`)
  for (const name of names.slice(1)) {
    const why = `Only one reference can have Controller set to true. Found "true" in references for ${names[0]} and ${name}`
    errors.push(invalid('metadata.ownerReferences', owners, why))
  }
  return errors
}

function validateOwner(owner: OwnerReference): readonly FieldError[] {
  const field = 'metadata.ownerReferences'
  const version = (owner.apiVersion ?? '').split('/').at(-1)
  const empty = (['kind', 'name', 'uid'] as const).filter((part) => (owner[part] ?? '') === '')
  return [
    ...(version === ''
      ? [invalid(`${field}.apiVersion`, owner.apiVersion ?? '', 'version must not be empty')]
      : []),
    ...empty.map((part) => invalid(`${field}.${part}`, '', 'must not be empty')),
    ...(owner.apiVersion === 'v1' && owner.kind === 'Event'
      ? [invalid(field, owner, '/v1, Kind=Event is disallowed from being an owner')]
      : []),
  ]
}

function validateFinalizers(finalizers: readonly string[]): readonly FieldError[] {
  const field = 'metadata.finalizers'
  const both = finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')
  return [
    ...finalizers.flatMap((one) => qualifiedNameErrors(one).map((error) => invalid(field, one, error))),
    ...(both
      ? [invalid(field, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set')]
      : []),
    ...finalizers.flatMap((one, i) => validateKubeFinalizer(one, `${field}[${i}]`)),
  ]
}

/** A finalizer without a domain must be one of Kubernetes' own. */
export function validateKubeFinalizer(finalizer: string, field: string): readonly FieldError[] {
  if (finalizer.includes('/') || standardFinalizers.has(finalizer)) return []
  return [invalid(field, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')]
}
