/** What `kubectl wait --for` waits for. */
import type { Draft } from '../../../../api/kind.ts'
import { findResults } from '../../../print/jsonpath/evaluate.ts'
import { JsonPathError, type Part } from '../../../print/jsonpath/nodes.ts'
import { parseJsonPath } from '../../../print/jsonpath/parse.ts'
import { relaxedJsonPath } from '../../../print/jsonpath/relaxed.ts'
import { CommandError } from '../../errors.ts'

export interface Goal {
  readonly kind: 'create' | 'delete' | 'state'
  /** Whether the object, which may be gone, is as wished. */
  isMet(object: Draft | undefined): boolean
}

const jsonPathForm =
  "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'"

export function parseGoal(text: string): Goal {
  const word = text.toLowerCase()
  if (word === 'delete') return { kind: 'delete', isMet: (object) => object === undefined }
  if (word === 'create') return { kind: 'create', isMet: (object) => object !== undefined }
  if (text.startsWith('condition=')) return conditionGoal(text.slice('condition='.length))
  if (text.startsWith('jsonpath=')) return jsonPathGoal(text.slice('jsonpath='.length))
  throw new CommandError(`unrecognized condition: ${JSON.stringify(text)}`)
}

/** "Ready", "Ready=False" */
function conditionGoal(text: string): Goal {
  const [type = '', status = 'true'] = text.split('=')
  return {
    kind: 'state',
    isMet(object) {
      const conditions: readonly Draft[] = object?.status?.conditions ?? []
      const condition = conditions.find((one) => one.type.toLowerCase() === type.toLowerCase())
      if (condition === undefined) return false
      const observed = condition.observedGeneration ?? object?.status?.observedGeneration
      if (observed !== undefined && observed < (object?.metadata.generation ?? 0)) return false
      return condition.status.toLowerCase() === status.toLowerCase()
    },
  }
}

/** "{.status.phase}=Running", "{.status.podIP}" */
function jsonPathGoal(text: string): Goal {
  const close = text.lastIndexOf('}')
  const split = close >= 0 ? text.indexOf('=', close) : text.indexOf('=')
  const path = split < 0 ? text : text.slice(0, split)
  const wanted = split < 0 ? undefined : unquoted(text.slice(split + 1))
  if (path === '' || wanted === '') throw new CommandError(jsonPathForm)
  const parts = partsOf(path)
  return {
    kind: 'state',
    isMet(object) {
      const results = object === undefined ? [] : findResults(parts, object).flat()
      if (wanted === undefined)
        return results.length > 0 && results.some((one) => one !== null && one !== undefined)
      return results.some((one) => String(one) === wanted)
    },
  }
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2')
}

function partsOf(path: string): readonly Part[] {
  try {
    return parseJsonPath(relaxedJsonPath(unquoted(path)))
  } catch (error) {
    if (error instanceof JsonPathError)
      throw new CommandError(`error parsing jsonpath ${path}, ${error.message}`)
    throw error
  }
}
