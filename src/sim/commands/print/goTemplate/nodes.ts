/** What a Go template is made of, as far as kubectl's users write them (text/template without `define` and `template`). */
import { PrintError } from '../printError.ts'

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'print'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with'
      readonly pipeline: Pipeline
      readonly body: Body
      readonly otherwise: Body
    }
  | { readonly type: 'range'; readonly pipeline: Pipeline; readonly body: Body; readonly otherwise: Body }
  | { readonly type: 'break' | 'continue' }

export type Body = readonly TemplateNode[]

/** `$a, $b := command | command` */
export interface Pipeline {
  readonly variables: readonly string[]
  /** `=` changes a variable of an outer block, `:=` makes one. */
  readonly assigns: boolean
  readonly commands: readonly Command[]
}

/** A function with its arguments, or a value alone. */
export type Command = readonly Operand[]

export type Operand =
  | { readonly type: 'literal'; readonly value: unknown }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'dot'; readonly fields: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly fields: readonly string[] }
  | { readonly type: 'pipeline'; readonly pipeline: Pipeline; readonly fields: readonly string[] }

/** A template that cannot be read, or that does not fit its data. */
export class TemplateError extends PrintError {}
