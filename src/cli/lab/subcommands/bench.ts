/**
 * `lab bench`: how fast the engine is on this machine. Without options: 1,000 nodes and 30,000 pods at the client limits
 * of 1.36 and at a thousand pods a second, then 5,000 nodes and 150,000 pods at a thousand a second. The last two with
 * requests to a thousand Services, too: on against off. `lab bench NAME` is one of the other runs, each a file in
 * `../bench/runs`; `--as json` prints its figures for programs.
 */
import { parseFlags } from '../../../lab/flags.ts'
import { Limits } from '../../../sim/client/limits.ts'
import { factor, linesOf } from '../bench/lines.ts'
import { type BenchOptions, measure } from '../bench/measure.ts'
import type { BenchRun } from '../bench/run.ts'
import { write } from '../output.ts'

const modules = import.meta.glob<{ default: BenchRun }>('../bench/runs/*.ts', { eager: true })

export default function bench(args: readonly string[]): number {
  try {
    const named = modules[`../bench/runs/${args[0]}.ts`]
    if (named !== undefined) return runNamed(named.default, args.slice(1))
    const flags = parseFlags(args, {
      nodes: '',
      pods: '',
      rate: '1000',
      services: '1000',
      rps: '20',
      seeks: '24',
    })
    const podsPerSecond = Number(flags.rate)
    const requests = { services: Number(flags.services), rps: Number(flags.rps), seeks: Number(flags.seeks) }
    if (flags.nodes !== '' || flags.pods !== '') {
      const [nodes, pods] = [Number(flags.nodes || 1000), Number(flags.pods || 30_000)]
      report({ nodes, pods, podsPerSecond, ...requests }, true)
      return 0
    }
    const usual = new Limits().of('controller-manager').qps
    const none = { services: 0, rps: 0, seeks: 0 }
    report({ nodes: 1000, pods: 30_000, podsPerSecond: usual, ...none }, false)
    report({ nodes: 1000, pods: 30_000, podsPerSecond, ...requests }, false)
    report({ nodes: 5000, pods: 150_000, podsPerSecond, ...requests }, true)
    return 0
  } catch (error) {
    write(2, `lab bench: ${(error as Error).message}\n`)
    return 2
  }
}

function runNamed(named: BenchRun, args: readonly string[]): number {
  const { as, ...flags } = parseFlags(args, { ...named.defaults, as: 'text' })
  const { lines, figures } = named.run(flags)
  write(1, `${as === 'json' ? JSON.stringify(figures) : lines.join('\n')}\n`)
  return 0
}

/** `headline`: print the two lines that other tools look for. */
function report(options: BenchOptions, headline: boolean): void {
  const figures = measure(options)
  const name = `${options.nodes} nodes, ${options.pods} pods, ${options.podsPerSecond} pods/s`
  write(1, `${[`# ${name}`, ...linesOf(figures)].join('\n')}\n`)
  if (!headline) return
  write(1, `real-time factor ${factor(figures.bringUp)}\nsteady factor ${factor(figures.idle)}\n`)
}
