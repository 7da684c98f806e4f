import { expect, it } from 'vitest'
import { evaluateExpression } from './condition.ts'
import { momentOf } from './moment.ts'
import { Sitting } from './sitting.ts'

it('knows of requests in all, of late, and since a moment', () => {
  const sitting = new Sitting()
  const run = (line: string) => {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance()
  }
  for (const line of [
    'kubectl create deployment web --image=nginx --port=80',
    'kubectl expose deployment web',
    'sim wait 5s',
  ])
    run(line)
  const value = (expression: string) => evaluateExpression(sitting.world, expression, since)
  let since = momentOf(sitting.world)
  expect(value("traffic('svc/web').sent")).toBe(0n)
  run('sim traffic svc/web --rps 50')
  run('sim wait 10s')
  expect(value("traffic('svc/web').failed == 0 && traffic('svc/web').rps > 40.0")).toBe(true)
  since = momentOf(sitting.world)
  run('kubectl scale deployment/web --replicas=0')
  run('sim wait 10s')
  expect(value("traffic_since('svc/web').failures['no-endpoints'] > 300")).toBe(true)
  expect(value("traffic_since('svc/web').sent < traffic('svc/web').sent")).toBe(true)
  expect(value("traffic_since('svc/other').failed")).toBe(0n)
})
