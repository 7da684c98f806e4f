/** What is counted change by change must be what a walk over the pods would find. */
import { expect, it } from 'vitest'
import { Typist } from '../../../../tests/support/lines.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { PodDisruptionBudgets } from '../../api/kinds/podDisruptionBudget/index.ts'
import { coversPod } from '../../api/kinds/podDisruptionBudget/selection.ts'
import { isHealthy } from './podCount.ts'

/** What happens, the line, and what is done after it. */
const deeds: [string, string, string?][] = [
  ['pods come', 'kubectl scale deployment web --replicas=9'],
  ['pods go', 'kubectl scale deployment web --replicas=1'],
  ['all are deleted at once and made anew', 'kubectl delete pods --all'],
  ['a rollout changes all of them', 'kubectl set image deployment/web web=web:2'],
  ['labels leave the selector, and come back', 'kubectl label pods --all --overwrite app=else', 'back'],
  ['processes crash', 'sim pod crash -l app=web'],
  ['a node is drained', 'kubectl drain node-1'],
  ['a node falls silent', 'sim node fail node-1'],
  [
    'the budget asks for other pods',
    `kubectl patch pdb web -p '{"spec":{"selector":{"matchLabels":{"app":"else"}}}}'`,
  ],
  [
    'its controller misses something and starts anew',
    'sim control-plane stop disruption-controller',
    'missed',
  ],
]

it.each(deeds)('keeps count when %s', (_: string, line: string, then?: string) => {
  const typist = begun()
  typist.type(line)
  checkEachTick(typist, then === 'missed' ? 0 : 60)
  if (then === 'back') typist.type('kubectl label pods --all --overwrite app=web')
  if (then === 'missed') {
    typist.type('kubectl scale deployment web --replicas=2')
    typist.wait('10s')
    typist.type('sim control-plane start disruption-controller')
  }
  checkEachTick(typist, 60)
})

it('counts anew in a world that went back', () => {
  const typist = begun()
  typist.type('sim checkpoint here')
  typist.type('kubectl scale deployment web --replicas=9')
  checkEachTick(typist, 10)
  typist.type('sim back here')
  typist.type('kubectl scale deployment web --replicas=2')
  checkEachTick(typist, 10)
})

function begun(): Typist {
  const typist = new Typist('sim cluster --nodes 3 --profile classroom')
  typist.type('kubectl create deployment web --image=web --replicas=4')
  typist.type('kubectl create pdb web --selector=app=web --min-available=1')
  typist.wait('5s')
  return typist
}

/** A budget that the controller has looked at says what its caches held then: all up to the present tick. */
function checkEachTick(typist: Typist, seconds: number): void {
  const { sitting } = typist
  const end = sitting.world.tick + seconds * 10
  while (sitting.world.tick < end) {
    sitting.advance(end)
    if (sitting.world.isBusy) continue
    const { server } = sitting.world.engine
    const budget = server.storedList(PodDisruptionBudgets)[0]
    if (budget === undefined) throw new Error('the budget is gone')
    const pods = server.storedList(Pods).filter((pod) => coversPod(budget, pod))
    const { expectedPods, currentHealthy } = budget.status
    expect([expectedPods, currentHealthy]).toEqual([pods.length, pods.filter(isHealthy).length])
  }
}
