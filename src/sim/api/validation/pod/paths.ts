/** Paths inside volumes (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, invalid } from '../../fieldError.ts'

/** A relative path that never climbs out. */
export function validateDescendingPath(path: string, field: string): readonly FieldError[] {
  return [
    ...(path.startsWith('/') ? [invalid(field, path, 'must be a relative path')] : []),
    ...validateNoBacksteps(path, field),
  ]
}

export function validateNoBacksteps(path: string, field: string): readonly FieldError[] {
  return path.split('/').includes('..') ? [invalid(field, path, "must not contain '..'")] : []
}

/** Names that begin with two dots are the kubelet's own. */
export function validateUnreservedPath(path: string, field: string): readonly FieldError[] {
  const reserved = path.startsWith('..') && !path.startsWith('../') && path !== '..'
  return [
    ...validateDescendingPath(path, field),
    ...(reserved ? [invalid(field, path, "must not start with '..'")] : []),
  ]
}
