/** "key=value:Effect", "key:Effect", "key:Effect-", "key-" (pkg/cmd/taint/utils.go, v1.36). */
import { labelValueErrors, qualifiedNameErrors } from '../../../../api/names.ts'
import type { Taint, TaintEffect } from '../../../../api/types/index.ts'
import type { CommandError } from '../../errors.ts'

export interface TaintUpdate {
  readonly added: readonly Taint[]
  /** An empty effect means every effect. */
  readonly removed: readonly { readonly key: string; readonly effect: string }[]
}

const effects: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

export function parseTaints(
  specs: readonly string[],
  refuse: (message: string) => CommandError,
): TaintUpdate {
  const added: Taint[] = []
  const removed: { key: string; effect: string }[] = []
  for (const spec of specs) {
    if (spec.endsWith('-')) {
      const { key, effect } = parseTaint(spec.slice(0, -1), refuse)
      removed.push({ key, effect })
      continue
    }
    const { key, value, effect } = parseTaint(spec, refuse)
    if (effect === '') throw refuse(`invalid taint spec: ${spec}`)
    if (added.some((taint) => taint.key === key && taint.effect === effect)) {
      throw refuse(`duplicated taints with the same key and effect: {${key} ${value} ${effect} <nil>}`)
    }
    added.push({ key, ...(value === '' ? {} : { value }), effect: effect as TaintEffect })
  }
  return { added, removed }
}

function parseTaint(
  spec: string,
  refuse: (message: string) => CommandError,
): { key: string; value: string; effect: string } {
  const [first = '', effect, ...tooMany] = spec.split(':')
  if (tooMany.length > 0) throw refuse(`invalid taint spec: ${spec}`)
  const withValue = effect === undefined ? [first] : first.split('=')
  if (withValue.length > 2) throw refuse(`invalid taint spec: ${spec}`)
  const [key = '', value = ''] = withValue
  if (effect !== undefined && !effects.includes(effect)) {
    throw refuse(`invalid taint effect: ${effect}, unsupported taint effect`)
  }
  const complaints = [...qualifiedNameErrors(key), ...labelValueErrors(value)]
  if (complaints.length > 0) throw refuse(`invalid taint spec: ${spec}, ${complaints.join('; ')}`)
  return { key, value, effect: effect ?? '' }
}
