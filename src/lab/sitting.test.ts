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
