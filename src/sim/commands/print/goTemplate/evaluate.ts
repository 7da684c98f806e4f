/** Runs a Go template over JSON (text/template/exec.go). */
import { functions, isTrue } from './functions.ts'
import {
  type Body,
  type Command,
  type Operand,
  type Pipeline,
  TemplateError,
  type TemplateNode,
} from './nodes.ts'
import { goText } from './print.ts'

/** Variables of one block; those of the blocks around it can be seen and changed. */
interface Scope {
  readonly variables: Map<string, unknown>
  readonly outer: Scope | undefined
}

type Interruption = 'break' | 'continue' | undefined

export function runTemplate(body: Body, data: unknown): string {
  const runner = new Runner()
  runner.body(body, data, { variables: new Map([['$', data]]), outer: undefined })
  return runner.text
}

class Runner {
  text = ''

  body(nodes: Body, dot: unknown, outer: Scope): Interruption {
    const scope: Scope = { variables: new Map(), outer }
    for (const node of nodes) {
      const interruption = this.#node(node, dot, scope)
      if (interruption !== undefined) return interruption
    }
    return undefined
  }

  #node(node: TemplateNode, dot: unknown, scope: Scope): Interruption {
    switch (node.type) {
      case 'text':
        this.text += node.text
        return undefined
      case 'print': {
        const value = this.#pipeline(node.pipeline, dot, scope)
        if (node.pipeline.variables.length === 0) this.text += shown(value)
        return undefined
      }
      case 'if':
      case 'with':
        return this.#choose(node, dot, scope)
      case 'range':
        return this.#range(node, dot, scope)
      default:
        return node.type
    }
  }

  #choose(node: Extract<TemplateNode, { type: 'if' | 'with' }>, dot: unknown, outer: Scope): Interruption {
    const scope: Scope = { variables: new Map(), outer }
    const value = this.#pipeline(node.pipeline, dot, scope)
    if (!isTrue(value)) return this.body(node.otherwise, dot, scope)
    return this.body(node.body, node.type === 'with' ? value : dot, scope)
  }

  #range(node: Extract<TemplateNode, { type: 'range' }>, dot: unknown, outer: Scope): Interruption {
    const { variables } = node.pipeline
    const value = this.#pipeline({ ...node.pipeline, variables: [] }, dot, outer)
    const entries = entriesOf(value)
    if (entries.length === 0) return this.body(node.otherwise, dot, outer)
    for (const [key, item] of entries) {
      const named = new Map<string, unknown>()
      const itemName = variables.at(-1)
      if (itemName !== undefined) named.set(itemName, item)
      if (variables.length === 2) named.set(variables[0] as string, key)
      if (this.body(node.body, item, { variables: named, outer }) === 'break') break
    }
    return undefined
  }

  #pipeline({ variables, assigns, commands }: Pipeline, dot: unknown, scope: Scope): unknown {
    let value: unknown
    for (const [i, command] of commands.entries())
      value = this.#command(command, dot, scope, i > 0 ? [value] : [])
    for (const name of variables) (assigns ? ownerOf(scope, name) : scope).variables.set(name, value)
    return value
  }

  /** `piped`: the result of the command before, as the last argument. */
  #command([first, ...others]: Command, dot: unknown, scope: Scope, piped: readonly unknown[]): unknown {
    const given = [...others.map((operand) => this.#operand(operand, dot, scope)), ...piped]
    if (first?.type === 'function') return call(first.name, given)
    if (given.length > 0) throw new TemplateError("can't give argument to non-function")
    return this.#operand(first as Operand, dot, scope)
  }

  #operand(operand: Operand, dot: unknown, scope: Scope): unknown {
    switch (operand.type) {
      case 'literal':
        return operand.value
      case 'function':
        return call(operand.name, [])
      case 'dot':
        return field(dot, operand.fields)
      case 'variable':
        return field(ownerOf(scope, operand.name).variables.get(operand.name), operand.fields)
      case 'pipeline':
        return field(this.#pipeline(operand.pipeline, dot, scope), operand.fields)
    }
  }
}

function call(name: string, given: readonly unknown[]): unknown {
  return functions.get(name)?.(...given)
}

/** A key that a map lacks, and whatever is asked of it, has no value. */
function field(value: unknown, names: readonly string[]): unknown {
  let at = value
  for (const name of names) {
    if (at === null || at === undefined) return undefined
    if (typeof at !== 'object' || Array.isArray(at)) {
      throw new TemplateError(`can't evaluate field ${name} in type interface {}`)
    }
    at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined
  }
  return at
}

function entriesOf(value: unknown): [unknown, unknown][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map((item, i) => [BigInt(i), item])
  if (typeof value === 'object') {
    const keys = Object.keys(value).sort()
    return keys.map((key) => [key, (value as Record<string, unknown>)[key]])
  }
  throw new TemplateError(`range can't iterate over ${goText(value)}`)
}

function ownerOf(scope: Scope, name: string): Scope {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer)
    if (at.variables.has(name)) return at
  throw new TemplateError(`undefined variable: ${name}`)
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '<no value>' : goText(value)
}
