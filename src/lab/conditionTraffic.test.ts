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
  expect(value("traffic_at_start('svc/web').p95 > 0.0 && traffic_at_start('svc/web').errorRate == 0.0")).toBe(
    true,
  )
})

it('knows how many requests each pod has had', () => {
  const sitting = new Sitting()
  const run = (line: string) => {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance()
  }
  for (const line of [
    'kubectl create deployment web --image=nginx --port=80 --replicas=3',
    'kubectl expose deployment web',
    'sim wait 5s',
    'sim traffic svc/web --rps 60',
    'sim wait 10s',
  ])
    run(line)
  const since = momentOf(sitting.world)
  const value = (expression: string) => evaluateExpression(sitting.world, expression, since)
  expect(value("sum(pods('app=web').map(p, requests(p).served)) == traffic('svc/web').served")).toBe(true)
  expect(value("pods('app=web').all(p, requests_since(p).served == 0 && requests(p).rps > 5.0)")).toBe(true)
  run('sim wait 10s')
  expect(
    value("sum(pods('app=web').map(p, requests_since(p).served)) == traffic_since('svc/web').served"),
  ).toBe(true)
  expect(() => value("requests('web')")).toThrow('give a pod')
})
