/** Resource requests and limits (pkg/apis/core/validation/validation.go and pkg/apis/core/helper, Kubernetes v1.36). */
import { type FieldError, forbidden, invalid, required } from '../fieldError.ts'
import { qualifiedNameErrors } from '../names.ts'
import { compareQuantities, toMilli } from '../quantity.ts'
import type { ResourceList, ResourceRequirements } from '../types/index.ts'
import { validateEntries } from './labels.ts'

/** Names without a domain that mean something, in quotas if not in containers. */
const standardResources = new Set(
  [
    'cpu memory ephemeral-storage storage requests.cpu requests.memory requests.ephemeral-storage requests.storage',
    'limits.cpu limits.memory limits.ephemeral-storage pods resourcequotas services replicationcontrollers secrets',
    'configmaps persistentvolumeclaims services.nodeports services.loadbalancers',
  ].flatMap((line) => line.split(' ')),
)
const containerResources = new Set(['cpu', 'memory', 'ephemeral-storage'])
const integerResources = new Set(
  'pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims services.nodeports services.loadbalancers'.split(
    ' ',
  ),
)

export function validateResources(
  resources: ResourceRequirements | undefined,
  field: string,
): readonly FieldError[] {
  const { limits, requests } = resources ?? {}
  const names = [...Object.keys(limits ?? {}), ...Object.keys(requests ?? {})]
  const lonelyHugePages = names.some(isHugePages) && !names.some((one) => one === 'cpu' || one === 'memory')
  return [
    ...validateEntries(limits, (name, quantity) => validateEntry(name, quantity, `${field}.limits[${name}]`)),
    ...validateEntries(requests, (name, quantity) => [
      ...validateEntry(name, quantity, `${field}.requests[${name}]`),
      ...validateAgainstLimit(name, quantity, limits?.[name], field),
    ]),
    ...(lonelyHugePages ? [forbidden(field, 'HugePages require cpu or memory')] : []),
  ]
}

/** Amounts that were found sound, "cpu=8": thousands of nodes and pods come with the same few. */
const sound = new Set<string>()
const mostRemembered = 1000

export function validateQuantity(name: string, quantity: string, field: string): readonly FieldError[] {
  const amount = `${name}=${quantity}`
  if (sound.has(amount)) return []
  const errors = quantityErrors(name, quantity, field)
  if (errors.length === 0 && sound.size < mostRemembered) sound.add(amount)
  return errors
}

function quantityErrors(name: string, quantity: string, field: string): readonly FieldError[] {
  const errors: FieldError[] = []
  if (compareQuantities(quantity, '0') < 0) {
    errors.push(invalid(field, quantity, 'must be greater than or equal to 0'))
  }
  const whole = integerResources.has(name) || isExtended(name)
  if (whole && toMilli(quantity) % 1000 !== 0) errors.push(invalid(field, quantity, 'must be an integer'))
  return errors
}

function validateEntry(name: string, quantity: string, field: string): readonly FieldError[] {
  return [...validateContainerResource(name, field), ...validateQuantity(name, quantity, field)]
}

function validateContainerResource(name: string, field: string): readonly FieldError[] {
  const errors = qualifiedNameErrors(name).map((error) => invalid(field, name, error))
  if (name.includes('/')) {
    if (isNative(name) || isExtended(name)) return errors
    return [...errors, invalid(field, name, "doesn't follow extended resource name standard")]
  }
  const standard = standardResources.has(name) || isHugePages(name)
  if (errors.length === 0 && !standard) {
    errors.push(invalid(field, name, 'must be a standard resource type or fully qualified'))
  }
  if (!containerResources.has(name) && !isHugePages(name)) {
    errors.push(invalid(field, name, 'must be a standard resource for containers'))
  }
  return errors
}

function validateAgainstLimit(
  name: string,
  request: string,
  limit: string | undefined,
  field: string,
): readonly FieldError[] {
  const overcommits = isNative(name) && !isHugePages(name)
  if (limit === undefined) {
    if (overcommits) return []
    return [required(`${field}.limits`, 'Limit must be set for non overcommitable resources')]
  }
  const order = compareQuantities(request, limit)
  const requests = `${field}.requests`
  if (order !== 0 && !overcommits) {
    return [invalid(requests, request, `must be equal to ${name} limit of ${limit}`)]
  }
  if (order > 0)
    return [invalid(requests, request, `must be less than or equal to ${name} limit of ${limit}`)]
  return []
}

/** Resources that Kubernetes itself knows: without a domain, or of its own. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/')
}

/** Resources of a device plugin, counted in whole pieces. */
function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith('requests.')) return false
  return qualifiedNameErrors(`requests.${name}`).length === 0
}

function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-')
}

export function validateOverhead(overhead: ResourceList, field: string): readonly FieldError[] {
  return validateResources({ limits: overhead }, field)
}
