/** A goal is about the state of the world: every right way reaches it, and no wrong one does. */
import { describe, expect, it } from 'vitest'
import { Player } from '../lab/player/player.ts'
import { scenarioNamed } from '../lab/scenario/library.ts'
import type { Scenario } from '../lab/scenario/scenario.ts'
import { Sitting } from '../lab/sitting.ts'

interface Ways {
  readonly scenario: string
  readonly step: string
  readonly right: Readonly<Record<string, readonly string[]>>
  /** `detour`: whether the learner is told of it. */
  readonly wrong: Readonly<Record<string, { readonly lines: readonly string[]; readonly detour: boolean }>>
}

const pullPlug = 'sim node fail node-1'
const deleteThere = 'kubectl delete pod -l app=web --field-selector=spec.nodeName=node-1'

const goals: readonly Ways[] = [
  {
    scenario: 'control-loop',
    step: 'transfer',
    right: {
      'deleting the stray pod': ['kubectl delete pod -l app=debug'],
      'giving it back its label': ['kubectl label pod -l app=debug app=web --overwrite'],
      'a detour first': [
        'kubectl delete pod -l app=web --wait=false',
        'sim wait 20s',
        'kubectl delete pod -l app=debug',
      ],
    },
    wrong: {
      'deleting pods that are counted': { lines: ['kubectl delete pod -l app=web'], detour: true },
      'deleting the stray pod and one wish': {
        lines: ['kubectl delete pod -l app=debug', 'kubectl scale deployment/web --replicas=4'],
        detour: false,
      },
      'five in all, the stray one among them': {
        lines: ['kubectl scale deployment/web --replicas=4'],
        detour: false,
      },
    },
  },
  {
    scenario: 'node-failure',
    step: 'transfer',
    right: {
      'cordon and delete': [pullPlug, 'kubectl cordon node-1', `${deleteThere} --wait=false`],
      'cordon and delete by force': [pullPlug, 'kubectl cordon node-1', `${deleteThere} --force`],
      'cordon first, then the plug': ['kubectl cordon node-1', pullPlug, `${deleteThere} --wait=false`],
      drain: [pullPlug, 'kubectl drain node-1 --timeout=20s'],
      'a taint that nothing tolerates': [pullPlug, 'kubectl taint node node-1 broken=yes:NoExecute'],
      'the taint for a machine that is out of service': [
        pullPlug,
        'sim wait 1m',
        'kubectl taint node node-1 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute',
      ],
      'deleting the node': [pullPlug, 'kubectl delete node node-1'],
      'more pods on the others': [
        pullPlug,
        'kubectl cordon node-1',
        'kubectl scale deployment/web --replicas=6',
      ],
    },
    wrong: {
      'waiting for the cluster': { lines: [pullPlug, 'sim wait 7m'], detour: true },
      'plugging it in again': { lines: [pullPlug, 'sim wait 1s', 'sim node recover node-1'], detour: false },
      'deleting the pod, with nowhere else to go': {
        lines: [
          pullPlug,
          'kubectl cordon node-2',
          'kubectl cordon node-3',
          `${deleteThere} --wait=false`,
          'sim wait 10s',
        ],
        detour: true,
      },
    },
  },
  {
    scenario: 'rolling-update',
    step: 'back',
    right: {
      undo: ['kubectl rollout undo deployment/web'],
      'the image by name': ['kubectl set image deployment/web shop=shop:2'],
      'an older version still': ['kubectl rollout undo deployment/web --to-revision=1'],
      'another image that exists': ['kubectl set image deployment/web shop=shop:4'],
      'pushing the missing image': ['sim image fix shop:3'],
    },
    wrong: {
      'deleting the stuck pods': {
        lines: ['kubectl delete pod -l app=web --wait=false', 'sim wait 1m'],
        detour: true,
      },
      'pausing the rollout': { lines: ['kubectl rollout pause deployment/web'], detour: false },
      'wanting fewer': { lines: ['kubectl scale deployment/web --replicas=3'], detour: false },
    },
  },
]

describe.each(goals)('the goal of $scenario', ({ scenario, step, right, wrong }) => {
  it.each(Object.entries(right))('is reached by: %s', (_way, lines) => {
    expect(tried(scenario, step, lines).phase).toBe('told')
  })

  it.each(Object.entries(wrong))('is not reached by: %s', (_way, { lines, detour }) => {
    const state = tried(scenario, step, lines)
    expect([state.phase, state.detour]).toEqual(['doing', detour])
  })
})

/** The guide ten minutes after the lines, or as soon as it is told. */
function tried(id: string, stepId: string, lines: readonly string[]) {
  const scenario = scenarioNamed(id) as Scenario
  const sitting = new Sitting({ seed: 3 })
  const player = new Player(sitting, scenario)
  player.setUp()
  player.act({ do: 'go', step: scenario.steps.findIndex((step) => step.id === stepId) })
  const tick = () => {
    sitting.advance(player.wants().until)
    player.afterTick()
  }
  for (const line of lines) {
    expect(player.userLine(line)).toBeUndefined()
    const execution = sitting.execute(line)
    while (execution.exit === undefined) tick()
  }
  const latest = sitting.world.tick + 6000
  while (player.state().phase === 'doing' && sitting.world.tick < latest) tick()
  return player.state()
}
