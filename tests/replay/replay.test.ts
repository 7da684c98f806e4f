/** Any moment of a run can be returned to, and running on from there is the run that was. */
import { describe, expect, it } from 'vitest'
import { runScriptLines } from '../../src/lab/runScript.ts'
import { Script } from '../../src/lab/script.ts'
import { Sitting, type SittingOptions } from '../../src/lab/sitting.ts'

const script = `
sim cluster --nodes 4 --zones a,b --seed 11
kubectl create deployment web --image=nginx:1.25 --replicas=6
sim wait 4s
kubectl set image deployment/web nginx=nginx:1.26
sim wait 1500ms
sim node fail node-2
sim wait 20s
kubectl scale deployment/web --replicas=9
kubectl delete pod -l app=web --wait=false
sim wait 70s
sim node recover node-2
sim control-plane stop replicaset-controller
kubectl scale deployment/web --replicas=2
sim wait 10s
sim control-plane start replicaset-controller
sim wait 30s
`

function sat(options: SittingOptions = {}, lines = script): Sitting {
  const sitting = new Sitting(options)
  const exit = runScriptLines(sitting, new Script(lines), {
    keepGoing: false,
    write: (_, text) => errors.push(text),
  })
  expect(exit, errors.join('')).toBe(0)
  return sitting
}

const errors: string[] = []

describe('a run that is replayed', () => {
  const original = sat()
  const end = original.position

  it('has the same hash when it is run again', () => {
    expect(sat().hash).toBe(original.hash)
  })

  it('has another hash with another seed', () => {
    expect(sat({ seed: 12 }).hash).not.toBe(original.hash)
  })

  it.each(['off', 'sparse', 'dense'] as const)('comes out the same with keyframes %s', (keyframes) => {
    const sitting = sat({ keyframes })
    if (keyframes === 'dense') expect(sitting.keyframeCount).toBeGreaterThan(1)
    for (const tick of [0, 1, 37, 55, 56, 300, 1000, end.tick - 1]) {
      sitting.seek(sitting.positionAt(tick))
      expect(sitting.world.tick).toBe(tick)
      sitting.advanceTo(end.tick)
      expect(sitting.hash).toBe(original.hash)
    }
  })

  it('has at each tick the hash it had there', () => {
    const sitting = sat({ keyframes: 'dense' })
    const ticks = [3, 41, 58, 260, 900, 1200]
    const forward = ticks.map((tick) => hashAt(sitting, tick))
    const backward = ticks.toReversed().map((tick) => hashAt(sitting, tick))
    expect(backward.toReversed()).toEqual(forward)
  })

  it('is not changed by looking', () => {
    const looked = sat(
      {},
      script.replaceAll('sim wait', 'kubectl get pods -o yaml\nkubectl describe deploy web\nsim wait'),
    )
    expect(looked.hash).toBe(original.hash)
  })

  it('forgets the keyframes of a future that a new line has changed', () => {
    const lines = 'kubectl create deployment web --image=nginx --replicas=60\nsim wait 30s\n'
    const sitting = sat({ keyframes: 'dense' }, lines)
    sitting.seek(sitting.positionAt(10))
    expect(sitting.execute('kubectl scale deployment/web --replicas=1').exit).toBe(0)
    expect(sitting.horizon).toBe(10)
    sitting.advanceTo(300)
    const { hash } = sitting
    sitting.seek(sitting.positionAt(300))
    expect(sitting.hash).toBe(hash)
  })
})

function hashAt(sitting: Sitting, tick: number): string {
  sitting.seek(sitting.positionAt(tick))
  return sitting.hash
}

describe('a run with requests', () => {
  const lines = `
sim cluster --nodes 3 --seed 5
sim app shop --cpu-per-request 20ms --error-rate 1/100
kubectl create deployment web --image=shop:1 --replicas=3 --port=80
kubectl expose deployment web
kubectl autoscale deployment web --min=3 --max=6 --cpu=50%
sim wait 30s
sim traffic svc/web --rps 40 --shape spike --peak 200 --after 20s --over 60s --retries 1
sim wait 50s
sim node fail node-2
sim wait 100s
`

  it('comes out the same after any seek, and is sought with little to play again', () => {
    const original = sat({}, lines)
    const end = original.position
    for (const keyframes of ['off', 'sparse', 'dense'] as const) {
      const sitting = sat({ keyframes }, lines)
      if (keyframes === 'dense') expect(sitting.keyframeCount).toBeGreaterThan(10)
      for (const tick of [301, 777, 1200, end.tick - 1]) {
        sitting.seek(sitting.positionAt(tick))
        sitting.advanceTo(end.tick)
        expect(sitting.hash).toBe(original.hash)
      }
    }
  })
})
