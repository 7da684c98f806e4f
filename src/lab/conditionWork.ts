/**
 * Keeps a condition from asking for endless work, so that a script from a stranger can't hold the lab: `all`, `map` and
 * their like share a number of steps, and `matches` takes only patterns that no text makes slow. Steps are counted, not
 * timed, so that the verdict is the same on every machine.
 */

/** A round of a loop is one step; so is every element or character of a list or string that it makes. */
const mostSteps = 1_000_000

/** The parts of a node of the CEL package's syntax tree that are used here. */
interface Node {
  readonly op: string
  readonly args: unknown
  readonly meta: { readonly alternate?: Node; readonly macro?: Node; readonly evaluate: Evaluate }
  evaluate: Evaluate
}
type Evaluate = (evaluator: unknown, node: Node, context: unknown) => unknown

export class WorkLimit {
  #left = mostSteps

  /** Throws an Error for a pattern that might be slow. */
  constructor(ast: unknown) {
    visit(ast, (node) => {
      if (node.op === 'comprehension') this.#count((node.args as { step: Node }).step)
      else if (node.op === 'rcall') checkCall(node.args as readonly unknown[])
    })
  }

  /** What the last evaluation is refused for. */
  get exceeded(): string | undefined {
    return this.#left < 0 ? `the condition takes more than ${mostSteps} steps` : undefined
  }

  /** Runs `evaluate` with all steps before it. The package goes on after some errors, hence the look afterwards. */
  watch<T>(evaluate: () => T): T {
    this.#left = mostSteps
    const value = evaluate()
    if (this.exceeded !== undefined) throw new Error(this.exceeded)
    return value
  }

  /** Throws an Error when there are not so many left. */
  spend(steps: number): void {
    this.#left -= steps
    if (this.exceeded !== undefined) throw new Error(this.exceeded)
  }

  #count(step: Node): void {
    step.evaluate = (evaluator, _, context) => {
      this.spend(1)
      const value = evaluateNode(step, evaluator, context)
      if (typeof value === 'string' || Array.isArray(value)) this.spend(sizeOf(step, value))
      return value
    }
  }
}

/** As the package does it before a node has an `evaluate` of its own. */
function evaluateNode(node: Node, evaluator: unknown, context: unknown): unknown {
  const instead = node.meta.alternate ?? node.meta.macro
  if (instead !== undefined) return instead.evaluate(evaluator, instead, context)
  return node.meta.evaluate.call(node, evaluator, node, context)
}

/** `map` and `filter` hand their growing list from round to round: what counts is the element just put in. */
function sizeOf(step: Node, value: string | readonly unknown[]): number {
  if (typeof value === 'string' || (step.op !== 'accuPush' && step.op !== '?:')) return value.length
  const last = value.at(-1)
  return typeof last === 'string' || Array.isArray(last) ? last.length : 0
}

function checkCall([name, , args]: readonly unknown[]): void {
  if (name !== 'matches') return
  const [pattern] = args as readonly Node[]
  if (pattern?.op !== 'value' || typeof pattern.args !== 'string')
    throw new Error('matches takes a pattern in quotes')
  if (!isQuick(pattern.args))
    throw new Error(`the pattern ${JSON.stringify(pattern.args)} could take too long to match`)
}

/** No repeated group, and one repetition, or two where the pattern holds on to the start of the text. */
function isQuick(pattern: string): boolean {
  const plain = pattern.replace(/\\[^0-9k]/g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x')
  if (/\\|\(\?|\)[*+?{]/.test(plain)) return false
  const repetitions = plain.match(/[*+?{]/g)?.length ?? 0
  return repetitions <= (plain.startsWith('^') && !plain.includes('|') ? 2 : 1)
}

/** Every node below, in the form that will be evaluated. */
function visit(value: unknown, see: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) visit(one, see)
    return
  }
  const node = value as Node
  const instead = node.meta?.alternate ?? node.meta?.macro
  if (instead !== undefined) visit(instead, see)
  else if (typeof node.op === 'string') {
    see(node)
    visit(node.args, see)
  } else for (const part of Object.values(value)) visit(part, see)
}
