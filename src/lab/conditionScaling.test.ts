import { expect, it } from 'vitest'
import { evaluateExpression } from './condition.ts'
import { momentOf } from './moment.ts'
import { Sitting } from './sitting.ts'

function sit(...lines: string[]) {
  const sitting = new Sitting()
  let since = momentOf(sitting.world)
  const run = (line: string) => {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance()
    expect(execution.stderr).toBe('')
  }
  for (const line of lines) run(line)
  return {
    run,
    mark: () => {
      since = momentOf(sitting.world)
    },
    value: (expression: string) => evaluateExpression(sitting.world, expression, since),
  }
}

it('knows what an autoscaler decided, with its numbers', () => {
  const { run, mark, value } = sit(
    'kubectl create deployment web --image=nginx --port=80 --replicas=2',
    'kubectl set resources deployment web --requests=cpu=100m',
    'kubectl expose deployment web',
    'kubectl rollout status deployment/web',
    'kubectl autoscale deployment web --min=2 --max=6 --cpu=50%',
    'sim wait 60s',
  )
  expect(value("decisions('other').size()")).toBe(0n)
  mark()
  expect(value("decisions_since('web').size()")).toBe(0n)
  run('sim traffic svc/web --rps 40')
  run('sim wait 60s')
  expect(value("decisions_since('web').size() == 4 && decisions('web').size() > 4")).toBe(true)
  const first = "decisions_since('web').filter(d, d.outcome == 'scaled-up')[0]"
  expect(value(`${first}.current`)).toBe(2n)
  expect(value(`${first}.target`)).toBe('50%')
  expect(value(`${first}.desired == ${first}.limited || ${first}.desired == ${first}.recommended`)).toBe(true)
  expect(value(`${first}.ratio > 1.1 && ${first}.secondsAgo <= 60.0 && ${first}.error == ''`)).toBe(true)
})

it('knows what pools have cost, in all and since a moment', () => {
  const { run, mark, value } = sit('sim pool add flex --min 2 --price 0.5 --boot 10s', 'sim wait 60s')
  expect(value("pool('flex').arrived")).toBe(2n)
  mark()
  run('sim wait 1h')
  expect(value("pool_since('flex').hours")).toBe(2)
  expect(value("pool_since('flex').cost")).toBeCloseTo(1)
  expect(value("pool('flex').hours > 2.0 && pool('flex').price == 0.5")).toBe(true)
  expect(() => value("pool('gone').hours")).toThrow('there is no pool gone')
})
