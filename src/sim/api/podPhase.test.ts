import { expect, it } from 'vitest'
import { podInitialized } from './podConditions.ts'
import { podPhase } from './podPhase.ts'
import type { ContainerState, ContainerStatus } from './types/index.ts'

const running: ContainerState = { running: {} }
const waiting: ContainerState = { waiting: { reason: 'PodInitializing' } }
const exited = (exitCode: number): ContainerState => ({ terminated: { exitCode } })

function status(name: string, state: ContainerState, more: Partial<ContainerStatus> = {}): ContainerStatus {
  return { name, state, ready: false, restartCount: 0, image: '', imageID: '', ...more }
}

const spec = {
  initContainers: [{ name: 'proxy', restartPolicy: 'Always' }, { name: 'setup' }],
  containers: [{ name: 'main' }],
  restartPolicy: 'Never' as const,
}

it('is pending until the init containers are through', () => {
  const statuses = [
    status('proxy', running, { started: true }),
    status('setup', running),
    status('main', waiting),
  ]
  expect(podPhase({ spec, statuses })).toBe('Pending')
  const done = [
    status('proxy', running, { started: true }),
    status('setup', exited(0)),
    status('main', running),
  ]
  expect(podPhase({ spec, statuses: done })).toBe('Running')
})

it('fails when an init container fails and is not to be started again', () => {
  const statuses = [
    status('proxy', running, { started: true }),
    status('setup', exited(1)),
    status('main', waiting),
  ]
  expect(podPhase({ spec, statuses })).toBe('Failed')
  expect(podPhase({ spec: { ...spec, restartPolicy: 'OnFailure' }, statuses })).toBe('Pending')
})

it('does not go back to pending when a sidecar restarts', () => {
  const statuses = [status('proxy', running), status('setup', exited(0)), status('main', running)]
  expect(podPhase({ spec, statuses })).toBe('Pending')
  expect(podPhase({ spec, statuses, hasInitialized: true })).toBe('Running')
})

it('ends as its containers ended once the pod is over, whatever the restart policy', () => {
  const always = { containers: [{ name: 'main' }], restartPolicy: 'Always' as const }
  const ended = (code: number) => ({ spec: always, statuses: [status('main', exited(code))] })
  expect(podPhase(ended(0))).toBe('Running')
  expect(podPhase({ ...ended(0), isOver: true })).toBe('Succeeded')
  expect(podPhase({ ...ended(1), isOver: true })).toBe('Failed')
})

it('counts as initialized for good once a regular container ran', () => {
  const statuses = [status('proxy', waiting), status('setup', waiting), status('main', waiting)]
  expect(podInitialized({ spec, phase: 'Pending', statuses })).toMatchObject({
    status: 'False',
    message: 'containers with incomplete status: [proxy setup]',
  })
  const again = [...statuses.slice(0, 2), status('main', running)]
  expect(podInitialized({ spec, phase: 'Running', statuses: again }).status).toBe('True')
})
