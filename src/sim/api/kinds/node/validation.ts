/** pkg/apis/core/validation/validation.go ValidateNode, Kubernetes v1.36. */
import { type FieldError, forbidden, invalid, required } from '../../fieldError.ts'
import { labelValueErrors } from '../../names.ts'
import type { Node, ResourceList, Taint } from '../../types/index.ts'
import { complaints } from '../../validation/fields.ts'
import { cidrErrors } from '../../validation/ip.ts'
import { validateEntries, validateLabelName } from '../../validation/labels.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { validateTaintEffect } from '../../validation/pod/scheduling.ts'
import { validateQuantity } from '../../validation/resources.ts'

const identity = { namespaced: false, nameRule: 'dns-subdomain' } as const

export function validateNode(node: Node): readonly FieldError[] {
  const cidrs = node.spec.podCIDRs ?? []
  return [
    ...validateObjectMeta(identity, node.metadata),
    ...validateTaints(node.spec.taints ?? [], 'metadata.taints'),
    ...validateAmounts(node),
    ...cidrs.flatMap((cidr, i) => complaints(`spec.podCIDRs[${i}]`, cidr, cidrErrors(cidr))),
  ]
}

export function validateNodeUpdate(node: Node, old: Node): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(node.metadata, old.metadata),
    ...validateObjectMeta(identity, node.metadata),
    ...validateAmounts(node),
    ...validateKeptAddresses(node, old),
    ...validateTaints(node.spec.taints ?? [], 'metadata.taints'),
  ]
}

function validateKeptAddresses(node: Node, old: Node): readonly FieldError[] {
  const before = old.spec.podCIDRs ?? []
  const now = node.spec.podCIDRs ?? []
  const kept =
    before.length === 0 || (before.length === now.length && before.every((one, i) => one === now[i]))
  const provider = old.spec.providerID ?? ''
  const onceOnly = (what: string) => `node updates may not change ${what} except from "" to valid`
  return [
    ...(kept ? [] : [forbidden('spec.podCIDRs', onceOnly('podCIDR'))]),
    ...(provider === '' || provider === node.spec.providerID
      ? []
      : [forbidden('spec.providerID', onceOnly('providerID'))]),
  ]
}

function validateTaints(taints: readonly Taint[], field: string): readonly FieldError[] {
  const seen = new Set<string>()
  return taints.flatMap((taint, i) => {
    const { key = '', value = '' } = taint
    const effect: string = taint.effect ?? ''
    const at = `${field}[${i}]`
    const wrongValue = labelValueErrors(value)
    const again = seen.has(`${key}:${effect}`)
    seen.add(`${key}:${effect}`)
    return [
      ...validateLabelName(key, `${at}.key`),
      ...(wrongValue.length === 0 ? [] : [invalid(`${at}.value`, value, wrongValue.join(';'))]),
      ...(effect === '' ? [required(`${at}.effect`)] : validateTaintEffect(effect, `${at}.effect`)),
      ...(again ? [repeatedTaint(at, taint)] : []),
    ]
  })
}

function repeatedTaint(field: string, taint: Taint): FieldError {
  const { key, value = '', effect, timeAdded = null } = taint
  const shown = JSON.stringify({ Key: key, Value: value, Effect: effect, TimeAdded: timeAdded })
  const message = `Duplicate value: ${shown}: taints must be unique by key and effect pair`
  return { reason: 'FieldValueDuplicate', field, message }
}

function validateAmounts(node: Node): readonly FieldError[] {
  const { capacity, allocatable } = node.status ?? {}
  return [...validateList(capacity, 'status.capacity'), ...validateList(allocatable, 'status.allocatable')]
}

function validateList(list: ResourceList | undefined, field: string): readonly FieldError[] {
  return validateEntries(list, (name, quantity) => validateQuantity(name, quantity, `${field}.${name}`))
}
