import { expect, it } from 'vitest'
import { Sitting } from './sitting.ts'

it('keeps an undone line undone when another is entered in its place', () => {
  const sitting = new Sitting()
  sitting.execute('kubectl create deployment web --image=shop')
  sitting.execute('sim undo')
  expect(sitting.execute('kubectl get deployments -o name').stdout).toBe('')
  sitting.execute('kubectl create deployment api --image=shop')
  expect(sitting.execute('kubectl get deployments -o name').stdout).toBe('deployment.apps/api\n')
  expect(sitting.log.map(({ line }) => line)).toEqual(['kubectl create deployment api --image=shop'])
})

it('plays a recorded future again when nothing new is entered', () => {
  const sitting = new Sitting()
  sitting.execute('kubectl create deployment web --image=shop')
  sitting.advanceTo(100)
  const { hash } = sitting
  sitting.execute('sim undo')
  sitting.advanceTo(100)
  expect(sitting.hash).toBe(hash)
})

it('leaves keyframes on the way through a recording that it opens, by which it goes back', () => {
  const one = new Sitting({ keyframes: 'off' })
  one.execute('kubectl create deployment web --image=shop --replicas=50')
  one.advanceTo(200)
  one.execute('kubectl rollout restart deployment/web')
  one.advanceTo(400)
  const other = new Sitting({ keyframes: 'dense' })
  other.adopt(one.origin, one.log, one.position)
  expect(other.hash).toBe(one.hash)
  expect(other.keyframeCount).toBeGreaterThan(4)
  let steps = 0
  other.seek(other.positionAt(300), () => steps++)
  expect(steps).toBeLessThan(150)
  one.seek(one.positionAt(300))
  expect(other.hash).toBe(one.hash)
})
