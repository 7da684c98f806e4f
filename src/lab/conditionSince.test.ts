import { describe, expect, it } from 'vitest'
import { evaluateExpression } from './condition.ts'
import { type Moment, momentOf } from './moment.ts'
import { Sitting } from './sitting.ts'

const sitting = new Sitting()
run('kubectl create deployment web --image=shop --replicas=3', 'kubectl rollout status deployment/web')
const [first, second, third] = namesNow()
const since = momentOf(sitting.world)
run('sim control-plane stop replicaset-controller', `kubectl delete pod ${first} --wait=false`)
const going = { created: count('created'), deleted: count('deleted'), kept: count('kept') }
run('kubectl scale deployment/web --replicas=2', 'sim wait 1s')
run('sim control-plane start replicaset-controller', 'sim wait 10s')

describe('since a moment', () => {
  it('there are those that were there, as they were', () => {
    expect(value("names(at_start('pods', 'app=web'))")).toBe([first, second, third].join(', '))
    expect(value("at_start('pods').all(p, !terminating(p))")).toBe(true)
  })

  it('an object is deleted from the moment at which it terminates, and not only once it is gone', () => {
    expect(going).toEqual({ created: 0n, deleted: 1n, kept: 2n })
    expect(value("names(deleted('pods'))")).toBe(first)
    expect(value("deleted('pods').all(p, terminating(p))")).toBe(true)
    expect(value("names(kept('pods', 'app=web'))")).toBe([second, third].join(', '))
  })

  it('selectors and kinds part the objects', () => {
    expect(value("size(kept('pods', 'app=other'))")).toBe(0n)
    expect(value("size(kept('deployments'))")).toBe(1n)
    expect(() => value("created('pod')")).toThrow('there is no kind "pod"')
  })

  it('it is told who made an object, and who had it deleted', () => {
    expect(value("kept('pods').map(p, by(p))")).toEqual(['replicaset-controller', 'replicaset-controller'])
    expect(value("deleted('pods').map(p, deleted_by(p))")).toEqual(['kubectl'])
    expect(value("deleted_by(deployment('web'))")).toBe('')
    expect(value("by(deployment('web'))")).toBe('kubectl')
    expect(() => value("by('web')")).toThrow('give an object')
  })

  it('what came and went is both created and deleted', () => {
    run('kubectl scale deployment/web --replicas=4', 'sim wait 5s')
    run('kubectl scale deployment/web --replicas=2', 'sim wait 10s')
    expect(value("size(created('pods'))")).toBe(2n)
    expect(value("deleted('pods').map(p, deleted_by(p))")).toEqual([
      'kubectl',
      'replicaset-controller',
      'replicaset-controller',
    ])
  })

  it('there are the seconds', () => {
    expect(value('run_seconds()')).toBe((sitting.world.tick - since.tick) / 10)
  })

  it('is nothing without a moment', () => {
    expect(() => value("created('pods')", null)).toThrow('there is no step to measure from')
  })
})

describe('the world apart from the API', () => {
  it('shows machines as they are, whatever their node says', () => {
    run('sim node fail node-1', 'sim node fail node-2 --mode kubelet', 'sim node fail node-3 --mode network')
    expect(value("['node-1', 'node-2', 'node-3', 'node-9'].map(n, machine(n))")).toEqual([
      'off',
      'kubelet-stopped',
      'cut-off',
      'none',
    ])
    run('sim node recover node-1')
    expect(value("machine('node-1')")).toBe('on')
  })

  it('shows who sleeps', () => {
    run('sim control-plane stop scheduler')
    expect(
      value("asleep('scheduler') && asleep('default-scheduler') && !asleep('node-lifecycle-controller')"),
    ).toBe(true)
    expect(() => value("asleep('nobody')")).toThrow('there is no "nobody" in the control plane')
  })

  it('can be asked while the API server is down', () => {
    run('sim control-plane stop api-server')
    expect(value("size(pods('app=web'))")).toBe(2n)
  })
})

function run(...lines: string[]): void {
  for (const line of lines) {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance()
    expect(execution.stderr).toBe('')
  }
}

function value(expression: string, moment: Moment | null = since): unknown {
  return evaluateExpression(sitting.world, expression, moment ?? undefined)
}

function count(name: string): unknown {
  return value(`size(${name}('pods', 'app=web'))`)
}

function namesNow(): string[] {
  return (evaluateExpression(sitting.world, "pods('app=web').map(p, p.metadata.name)") as string[]).slice()
}
