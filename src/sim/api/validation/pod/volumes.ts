/**
 * Volumes and where containers mount them (pkg/apis/core/validation/validation.go, Kubernetes v1.36).
 * Deviation: of the sources that belong to one storage product only the presence is checked, not the content.
 */
import { type FieldError, forbidden, invalid, notFound, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { dnsLabelErrors } from '../../names.ts'
import type { Container, Volume } from '../../types/index.ts'
import { complaints, validateOptionalChoice } from '../fields.ts'
import { validateDescendingPath } from './paths.ts'
import { volumeSourceChecks } from './volumeSources.ts'

export interface CheckedVolumes {
  readonly errors: readonly FieldError[]
  /** Volumes that may be mounted: the valid ones. */
  readonly byName: ReadonlyMap<string, Volume>
}

export function checkVolumes(volumes: readonly Volume[], field: string): CheckedVolumes {
  const byName = new Map<string, Volume>()
  const errors = volumes.flatMap((volume, i) => {
    const own = validateVolume(volume, byName, `${field}[${i}]`)
    if (own.length === 0) byName.set(volume.name, volume)
    return own
  })
  return { errors, byName }
}

function validateVolume(
  volume: Volume,
  earlier: ReadonlyMap<string, Volume>,
  field: string,
): readonly FieldError[] {
  const name = volume.name ?? ''
  return [
    ...validateSources(volume, field),
    ...(name === '' ? [required(`${field}.name`)] : complaints(`${field}.name`, name, dnsLabelErrors(name))),
    ...(earlier.has(name) ? [{ ...duplicateName(name), field: `${field}.name` }] : []),
  ]
}

function duplicateName(name: string): Omit<FieldError, 'field'> {
  return { reason: 'FieldValueDuplicate', message: `Duplicate value: ${JSON.stringify(name)}` }
}

/** One source only, in the order in which the server looks for them. */
function validateSources(volume: Volume, field: string): readonly FieldError[] {
  const given = volumeSourceChecks.filter(({ source }) => volume[source] !== undefined)
  if (given.length === 0) return [required(field, 'must specify a volume type')]
  return given.flatMap(({ source, refusedAs, check }, i) =>
    i === 0
      ? (check?.(volume[source] as Draft, `${field}.${source}`) ?? [])
      : [forbidden(`${field}.${refusedAs ?? source}`, 'may not specify more than 1 volume type')],
  )
}

export function validateMounts(
  container: Container,
  volumes: ReadonlyMap<string, Volume>,
  field: string,
): readonly FieldError[] {
  const devices: readonly Draft[] = (container as Draft).volumeDevices ?? []
  const paths = new Set<string>()
  return (container.volumeMounts ?? []).flatMap((mount: Draft, i) => {
    const at = `${field}[${i}]`
    const { name = '', mountPath = '', subPath = '', subPathExpr = '' } = mount
    const errors: FieldError[] = []
    if (name === '') errors.push(required(`${at}.name`))
    if (!volumes.has(name)) errors.push(notFound(`${at}.name`, name))
    if (mountPath === '') errors.push(required(`${at}.mountPath`))
    if (paths.has(mountPath)) errors.push(invalid(`${at}.mountPath`, mountPath, 'must be unique'))
    paths.add(mountPath)
    if (devices.some((device) => device.name === name)) {
      errors.push(invalid(`${at}.name`, name, 'must not already exist in volumeDevices'))
    }
    if (devices.some((device) => device.devicePath === mountPath)) {
      errors.push(invalid(`${at}.mountPath`, mountPath, 'must not already exist as a path in volumeDevices'))
    }
    if (subPath !== '') errors.push(...validateDescendingPath(subPath, `${field}.subPath`))
    if (subPathExpr !== '') errors.push(...validateSubPathExpr(subPathExpr, subPath, at, field))
    errors.push(...validatePropagation(mount.mountPropagation, container, `${field}.mountPropagation`))
    errors.push(...validateRecursiveReadOnly(mount, `${field}.recursiveReadOnly`))
    return errors
  })
}

function validateSubPathExpr(
  expression: string,
  subPath: string,
  at: string,
  field: string,
): readonly FieldError[] {
  const both = 'subPathExpr and subPath are mutually exclusive'
  return [
    ...(subPath === '' ? [] : [invalid(`${at}.subPathExpr`, expression, both)]),
    ...validateDescendingPath(expression, `${field}.subPathExpr`),
  ]
}

function validatePropagation(
  propagation: string | undefined,
  container: Container,
  field: string,
): readonly FieldError[] {
  const errors = validateOptionalChoice(propagation, ['Bidirectional', 'HostToContainer', 'None'], field)
  if (propagation !== 'Bidirectional' || container.securityContext?.privileged === true) return errors
  const why = 'Bidirectional mount propagation is available only to privileged containers'
  return [...errors, forbidden(field, why)]
}

function validateRecursiveReadOnly(mount: Draft, field: string): readonly FieldError[] {
  const mode: string | undefined = mount.recursiveReadOnly
  if (mode === undefined || mode === 'Disabled') return []
  if (mode !== 'Enabled' && mode !== 'IfPossible') {
    return [notSupported(field, mode, ['Disabled', 'Enabled', 'IfPossible'])]
  }
  const propagated = mount.mountPropagation !== undefined && mount.mountPropagation !== 'None'
  return [
    ...(mount.readOnly ? [] : [forbidden(field, 'may only be specified when readOnly is true')]),
    ...(propagated
      ? [forbidden(field, 'may only be specified when mountPropagation is None or not specified')]
      : []),
  ]
}
