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

/** What is done one after the other: a body once, or for each entry of a range. */
interface Frame {
  readonly nodes: Body
  next: number
  dot: unknown
  scope: Scope
  readonly range: Range | undefined
}

interface Range {
  readonly entries: Entries
  at: number
  readonly variables: readonly string[]
  readonly outer: Scope
}

/** A template being run over data, node by node. */
export class TemplateRun {
  readonly texts: string[] = []
  /** The innermost last. */
  readonly #frames: Frame[]

  constructor(nodes: Body, data: unknown) {
    const outermost = { variables: new Map([['$', data]]), outer: undefined }
    this.#frames = [bodyFrame(nodes, data, outermost)]
  }

  /** Runs about so many nodes. True: it is over. */
  further(most: number): boolean {
    let left = most
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      if (left-- <= 0) return false
      const node = frame.nodes[frame.next++]
      if (node !== undefined) this.#run(node, frame)
      else if (frame.range === undefined || !isAtNext(frame, frame.range)) this.#frames.pop()
    }
    return true
  }

  #run(node: TemplateNode, { dot, scope }: Frame): void {
    switch (node.type) {
      case 'text':
        this.texts.push(node.text)
        return
      case 'print': {
        const value = this.#pipeline(node.pipeline, dot, scope)
        if (node.pipeline.variables.length === 0) this.texts.push(shown(value))
        return
      }
      case 'if':
      case 'with':
        return this.#choose(node, dot, scope)
      case 'range':
        return this.#range(node, dot, scope)
      default:
        return this.#interrupt(node.type)
    }
  }

  #choose(node: Extract<TemplateNode, { type: 'if' | 'with' }>, dot: unknown, outer: Scope): void {
    const scope: Scope = { variables: new Map(), outer }
    const value = this.#pipeline(node.pipeline, dot, scope)
    if (!isTrue(value)) this.#frames.push(bodyFrame(node.otherwise, dot, scope))
    else this.#frames.push(bodyFrame(node.body, node.type === 'with' ? value : dot, scope))
  }

  #range(node: Extract<TemplateNode, { type: 'range' }>, dot: unknown, outer: Scope): void {
    const { variables } = node.pipeline
    const entries = entriesOf(this.#pipeline({ ...node.pipeline, variables: [] }, dot, outer))
    if (entries.length === 0) {
      this.#frames.push(bodyFrame(node.otherwise, dot, outer))
      return
    }
    const range = { entries, at: -1, variables, outer }
    const frame: Frame = { nodes: node.body, next: 0, dot, scope: outer, range }
    isAtNext(frame, range)
    this.#frames.push(frame)
  }

  /** Of the innermost range. */
  #interrupt(how: 'break' | 'continue'): void {
    while (this.#frames.length > 0 && this.#frames.at(-1)?.range === undefined) this.#frames.pop()
    const frame = this.#frames.at(-1)
    if (how === 'break') this.#frames.pop()
    else if (frame !== undefined) frame.next = frame.nodes.length
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

function bodyFrame(nodes: Body, dot: unknown, outer: Scope): Frame {
  return { nodes, next: 0, dot, scope: { variables: new Map(), outer }, range: undefined }
}

/** Whether there was another entry to begin with. */
function isAtNext(frame: Frame, range: Range): boolean {
  const { entries, variables, outer } = range
  range.at++
  if (range.at >= entries.length) return false
  const item = entries.item(range.at)
  const named = new Map<string, unknown>()
  const itemName = variables.at(-1)
  if (itemName !== undefined) named.set(itemName, item)
  if (variables.length === 2) named.set(variables[0] as string, entries.key(range.at))
  frame.dot = item
  frame.scope = { variables: new Map(), outer: { variables: named, outer } }
  frame.next = 0
  return true
}

interface Entries {
  readonly length: number
  key(at: number): unknown
  item(at: number): unknown
}

function entriesOf(value: unknown): Entries {
  if (value === null || value === undefined) return { length: 0, key: () => '', item: () => '' }
  if (Array.isArray(value)) return { length: value.length, key: BigInt, item: (at) => value[at] }
  if (typeof value !== 'object') throw new TemplateError(`range can't iterate over ${goText(value)}`)
  const keys = Object.keys(value).sort()
  const valueAt = (at: number) => (value as Record<string, unknown>)[keys[at] as string]
  return { length: keys.length, key: (at) => keys[at], item: valueAt }
}

function ownerOf(scope: Scope, name: string): Scope {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer)
    if (at.variables.has(name)) return at
  throw new TemplateError(`undefined variable: ${name}`)
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '<no value>' : goText(value)
}
