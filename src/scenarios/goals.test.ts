/** A goal is about the state of the world: every right way reaches it, and no wrong one does. */
import { describe, expect, it } from 'vitest'
import { smallScenarios } from '../../tests/support/smallScenarios.ts'
import { Player } from '../lab/player/player.ts'
import type { Scenario } from '../lab/scenario/scenario.ts'
import { Sitting } from '../lab/sitting.ts'

interface Ways {
  readonly scenario: string
  readonly step: string
  readonly right: Readonly<Record<string, readonly string[]>>
  /** `detour`: whether the learner is told of it. */
  readonly wrong: Readonly<Record<string, { readonly lines: readonly string[]; readonly detour: boolean }>>
}

const inZoneA = 'topology.kubernetes.io/zone=zone-a'
const pullPlug = 'sim node fail node-1'
const deleteThere = 'kubectl delete pod -l app=web --field-selector=spec.nodeName=node-1'

const probe = '"httpGet":{"path":"/","port":8080}'
const podTemplate = (container: string) =>
  `'{"spec":{"template":{"spec":{"containers":[{"name":"shop",${container}}]}}}}'`
const liveness = `"livenessProbe":{${probe}}`
const readiness = `"readinessProbe":{${probe},"periodSeconds":1}`
const pause = '"lifecycle":{"preStop":{"sleep":{"seconds":5}}}'
const behavior = (rules: string) => `kubectl patch hpa web -p '{"spec":{"behavior":{"scaleDown":${rules}}}}'`

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
  {
    scenario: 'service-discovery',
    step: 'mend',
    right: {
      'the selector': ['kubectl set selector service web app=web'],
      'the label that is looked for': ['kubectl label pod -l app=web app=shop --overwrite'],
      'the Service anew': [
        'kubectl delete service web',
        'kubectl expose deployment web --port=80 --target-port=8080',
      ],
    },
    wrong: {
      'restarting the pods': { lines: ['kubectl rollout restart deployment/web'], detour: true },
      'more pods': { lines: ['kubectl scale deployment/web --replicas=6'], detour: true },
      'another wrong selector': { lines: ['kubectl set selector service web app=wbe'], detour: false },
    },
  },
  {
    scenario: 'service-discovery',
    step: 'transfer',
    right: {
      'the Service anew': [
        'kubectl delete service direct',
        'kubectl expose deployment web --name=direct --port=80 --target-port=8080',
      ],
      'by a create command and its selector': [
        'kubectl delete service direct',
        'kubectl create service clusterip direct --tcp=80:8080',
        'sim wait 10s',
        'kubectl set selector service direct app=web',
      ],
    },
    wrong: {
      'a Service that looks for nobody': {
        lines: ['kubectl delete service direct', 'kubectl create service clusterip direct --tcp=80:8080'],
        detour: true,
      },
      'headless again': {
        lines: [
          'kubectl delete service direct',
          'kubectl expose deployment web --name=direct --cluster-ip=None --port=80 --target-port=8080',
        ],
        detour: false,
      },
    },
  },
  {
    scenario: 'load-balancing',
    step: 'transfer',
    right: {
      'no memory': [`kubectl patch service web -p '{"spec":{"sessionAffinity":"None"}}'`],
      'the Service anew': [
        'kubectl delete service web',
        'kubectl expose deployment web --port=80 --target-port=8080',
      ],
      'a detour first': [
        'kubectl scale deployment/web --replicas=12',
        'sim wait 20s',
        `kubectl patch service web -p '{"spec":{"sessionAffinity":"None"}}'`,
      ],
    },
    wrong: {
      'more pods': { lines: ['kubectl scale deployment/web --replicas=16'], detour: true },
      'only the slow one away': { lines: ['kubectl delete pod slow'], detour: false },
    },
  },
  {
    scenario: 'probes',
    step: 'transfer',
    right: {
      'both in one change': [`kubectl patch deployment plain -p ${podTemplate(`${liveness},${readiness}`)}`],
      'one after the other': [
        `kubectl patch deployment plain -p ${podTemplate(liveness)}`,
        'sim wait 20s',
        `kubectl patch deployment plain -p ${podTemplate(readiness)}`,
      ],
    },
    wrong: {
      'deleting the hung pod': { lines: ['kubectl delete pod -l app=plain --wait=false'], detour: true },
      'restarting them all': { lines: ['kubectl rollout restart deployment/plain'], detour: true },
      'liveness alone': {
        lines: [`kubectl patch deployment plain -p ${podTemplate(liveness)}`],
        detour: true,
      },
      'readiness alone': {
        lines: [`kubectl patch deployment plain -p ${podTemplate(readiness)}`],
        detour: true,
      },
    },
  },
  {
    scenario: 'rolling-update-requests',
    step: 'transfer',
    right: {
      'all in one change': [
        `kubectl patch deployment mine -p ${podTemplate(`"image":"shop:2",${readiness},${pause}`)}`,
      ],
      'the update first, the rest after': [
        'kubectl set image deployment/mine shop=shop:2',
        'sim wait 30s',
        `kubectl patch deployment mine -p ${podTemplate(`${readiness},${pause}`)}`,
      ],
      'a startup probe for the way in': [
        `kubectl patch deployment mine -p ${podTemplate(`"image":"shop:2","startupProbe":{${probe},"periodSeconds":1,"failureThreshold":10},${pause}`)}`,
      ],
    },
    wrong: {
      'the image alone': { lines: ['kubectl set image deployment/mine shop=shop:2'], detour: true },
      'without the pause': {
        lines: [`kubectl patch deployment mine -p ${podTemplate(`"image":"shop:2",${readiness}`)}`],
        detour: false,
      },
      'without readiness': {
        lines: [`kubectl patch deployment mine -p ${podTemplate(`"image":"shop:2",${pause}`)}`],
        detour: true,
      },
    },
  },
  {
    scenario: 'autoscaling',
    step: 'see',
    right: {
      'a request': ['kubectl set resources deployment cafe --requests=cpu=500m'],
      'a smaller request': ['kubectl set resources deployment cafe --requests=cpu=400m'],
      'a target that needs no request': [
        'kubectl delete hpa cafe',
        'kubectl autoscale deployment cafe --min=2 --max=10 --cpu=250m',
      ],
    },
    wrong: {
      'by hand': { lines: ['kubectl scale deployment/cafe --replicas=5'], detour: false },
      'too small a request': {
        lines: ['kubectl set resources deployment cafe --requests=cpu=50m'],
        detour: true,
      },
      'too large a request': {
        lines: ['kubectl set resources deployment cafe --requests=cpu=2'],
        detour: true,
      },
      'another target, still of nothing': {
        lines: ['kubectl delete hpa cafe', 'kubectl autoscale deployment cafe --min=2 --max=10 --cpu=20%'],
        detour: false,
      },
    },
  },
  {
    scenario: 'autoscaling',
    step: 'cure',
    right: {
      'the usual window': [behavior('{"stabilizationWindowSeconds":300}')],
      'a window of two waves': [behavior('{"stabilizationWindowSeconds":240}')],
      'no behaviour at all': ['kubectl patch hpa web --type=merge -p \'{"spec":{"behavior":null}}\''],
    },
    wrong: {
      'shrinking forbidden': { lines: [behavior('{"selectPolicy":"Disabled"}')], detour: true },
      'a higher minimum': { lines: [`kubectl patch hpa web -p '{"spec":{"minReplicas":9}}'`], detour: true },
      'too short a window': { lines: [behavior('{"stabilizationWindowSeconds":15}')], detour: false },
      'no autoscaler': { lines: ['kubectl delete hpa web'], detour: false },
    },
  },
  {
    scenario: 'cost',
    step: 'transfer',
    right: {
      'the node autoscaler': ['sim autoscaler on'],
      'by hand': ['sim pool scale flex 6'],
    },
    wrong: {
      'more pods': { lines: ['kubectl scale deployment/elastic --replicas=12'], detour: true },
      'one machine more': { lines: ['sim pool scale flex 2'], detour: false },
    },
  },
  {
    scenario: 'planet-scale',
    step: 'everything',
    right: {},
    wrong: {
      'wanting fewer': {
        lines: ['kubectl scale deployment --all --replicas=10', 'sim limit scheduler --qps 500 --burst 500'],
        detour: false,
      },
    },
  },
  {
    scenario: 'planet-scale',
    step: 'transfer',
    right: {
      'taking the nodes away': [`kubectl delete nodes -l ${inZoneA}`],
    },
    wrong: {
      'a taint that only keeps away': {
        lines: [`kubectl taint nodes -l ${inZoneA} burnt=yes:NoSchedule`],
        detour: true,
      },
      'power for the zone': { lines: ['sim zone recover zone-a'], detour: false },
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
  const scenario = smallScenarios.find((one) => one.id === id) as Scenario
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
