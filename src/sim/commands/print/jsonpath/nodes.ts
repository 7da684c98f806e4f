/** What a JSONPath template is made of (k8s.io/client-go/util/jsonpath, v1.36). */
import { PrintError } from '../printError.ts'

export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly value: number | boolean }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'wildcard' }
  | { readonly type: 'recursive' }
  | {
      readonly type: 'slice'
      readonly from: number
      readonly to: number | undefined
      readonly step: number | undefined
      readonly single: boolean
    }
  | { readonly type: 'filter'; readonly left: Path; readonly operator: string; readonly right: Path }
  | { readonly type: 'union'; readonly paths: readonly Path[] }
  | { readonly type: 'identifier'; readonly name: string }

/** Each step works on the results of the one before. */
export type Path = readonly Node[]

/** A template's parts: text outside braces, an action in braces, or a range with all up to its end. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'path'; readonly path: Path }
  | { readonly type: 'range'; readonly path: Path; readonly body: readonly Part[] }
  | { readonly type: 'end' }

/** A template that cannot be read, or that does not fit its data; the message is kubectl's. */
export class JsonPathError extends PrintError {}
