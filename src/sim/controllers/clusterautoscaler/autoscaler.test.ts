import { beforeEach, describe, expect, it } from 'vitest'
import { Typist } from '../../../../tests/support/lines.ts'
import { autoscalerView } from '../../world/poolScaling.ts'

let typist: Typist

/** One node of 2 cores, a pool of machines with 4; timings of the classroom. */
beforeEach(() => {
  typist = new Typist('sim cluster --nodes 1 --cpu 2 --memory 8Gi --profile classroom')
})

function deploy(name: string, replicas: number, cpu: string, more = ''): void {
  typist.type(
    'kubectl apply -f -',
    `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}${more.startsWith('annotations') ? `, ${more}` : ''}}
    spec:
      containers:
      - {name: app, image: app, resources: {requests: {cpu: ${cpu}, memory: 100Mi}}}
${more.startsWith('annotations') ? '' : more}`,
  )
}

function begin(pool = '--max 5', options = ''): void {
  typist.type(`sim pool add gold ${pool}`)
  typist.type(`sim autoscaler on ${options}`)
}

function size(pool = 'gold'): number {
  return typist.sitting.world.engine.cloud?.pool(pool)?.machines.length ?? -1
}

function messages(reason: string): readonly (string | undefined)[] {
  const events = typist.sitting.world.engine.server.events()
  return [...new Set(events.filter((event) => event.reason === reason).map(({ message }) => message))]
}

function running(): number {
  return typist
    .type('kubectl get pods --no-headers')
    .split('\n')
    .filter((row) => row.includes('Running')).length
}

function taintsOf(node: string): string {
  return typist.type(`kubectl get node ${node} -o jsonpath={.spec.taints[*].key}`)
}

describe('growing', () => {
  it('asks for as many machines as the pods that fit nowhere need', () => {
    begin()
    deploy('web', 8, '1')
    typist.wait('1m')
    expect(size()).toBe(2)
    expect(running()).toBe(8)
    expect(messages('TriggeredScaleUp')).toEqual(['pod triggered scale-up: [{gold 0->2 (max: 5)}]'])
    expect(messages('ScaledUpGroup')).toEqual([
      'Scale-up: setting group gold size to 2 instead of 0 (max: 5)',
      'Scale-up: group gold size set to 2 instead of 0 (max: 5)',
    ])
  })

  it('does not ask again for what is on its way', () => {
    begin('--max 5 --boot 50s')
    deploy('web', 6, '1')
    typist.wait('45s')
    expect(size()).toBe(1)
    deploy('api', 2, '1')
    typist.wait('90s')
    expect(size()).toBe(2)
    expect(running()).toBe(8)
  })

  it('says why a pod does not help itself to a machine', () => {
    begin('--max 1')
    deploy('huge', 1, '8')
    typist.wait('15s')
    expect(messages('NotTriggerScaleUp')).toEqual(["pod didn't trigger scale-up: 1 Insufficient cpu"])
    expect(size()).toBe(0)
    typist.type('kubectl delete deployment huge')
    deploy('web', 9, '1')
    typist.wait('1m')
    expect(size()).toBe(1)
    expect(messages('NotTriggerScaleUp')).toContain(
      "pod didn't trigger scale-up: 1 max node group size reached",
    )
  })

  it('lets a pool rest that does not bring its machines, and turns to another', () => {
    begin('--max 5')
    typist.type('sim pool break gold')
    deploy('web', 4, '1')
    typist.wait('105s')
    expect(messages('ScaleUpTimedOut')).toEqual(['Nodes added to group gold failed to register within 1m10s'])
    expect(size()).toBe(0)
    expect(messages('DeleteUnregistered')).toEqual(['Removed unregistered node gold-1'])
    expect(messages('NotTriggerScaleUp')).toContain(
      "pod didn't trigger scale-up: 1 in backoff after failed scale-up",
    )
    typist.type('sim pool add silver --max 5')
    typist.wait('30s')
    expect(size('silver')).toBe(1)
    expect(running()).toBe(4)
  })

  it('gives up a machine whose node was deleted', () => {
    begin()
    deploy('web', 4, '1')
    typist.wait('1m')
    typist.type('kubectl delete node gold-1')
    typist.wait('2m')
    expect(messages('DeleteUnregistered')).toEqual(['Removed unregistered node gold-1'])
    expect(running()).toBe(4)
    expect(typist.sitting.world.engine.cloud?.pool('gold')?.machines.map(({ name }) => name)).toEqual([
      'gold-2',
    ])
  })

  it('chooses between pools as its expander says, and keeps the numbers', () => {
    typist.type('sim pool add big --max 5 --cpu 16 --memory 64Gi')
    begin('--max 5')
    deploy('web', 8, '1')
    typist.wait('15s')
    expect([size('big'), size('gold')]).toEqual([0, 2])
    expect(autoscalerView(typist.sitting.world)?.lastScaleUp).toMatchObject({
      expander: 'least-waste',
      pods: 6,
      chosen: 'gold',
      added: 2,
    })
    expect(typist.type('sim why pool/gold')).toContain('gold (0 of at most 5): 2 machines for 6 pods')
  })

  it('chooses the least nodes where it is told to', () => {
    typist.type('sim pool add big --max 5 --cpu 16 --memory 64Gi')
    begin('--max 5', '--expander least-nodes')
    deploy('web', 8, '1')
    typist.wait('15s')
    expect([size('big'), size('gold')]).toEqual([1, 0])
  })
})

describe('shrinking', () => {
  function grown(more = ''): void {
    begin('--max 5')
    deploy('web', 8, '1', more)
    typist.wait('1m')
    expect(size()).toBe(2)
  }

  it('gives empty machines back once nobody has needed them for long enough', () => {
    grown()
    typist.type('kubectl scale deployment web --replicas=2')
    typist.wait('30s')
    expect(autoscalerView(typist.sitting.world)?.nodes.get('gold-1')).toMatchObject({ pool: 'gold' })
    expect(typist.type('sim why node/gold-1')).toContain('unneeded since')
    typist.wait('2m')
    expect(size()).toBe(0)
    expect(messages('ScaleDownEmpty')).toContain('Scale-down: removing empty node "gold-1"')
    expect(messages('ScaleDown')).toContain('nodes removed by cluster autoscaler')
    expect(typist.type('kubectl get nodes -o name')).toBe('node/node-1\n')
  })

  it('drains a node whose pods fit elsewhere, one at a time', () => {
    grown()
    typist.type('kubectl scale deployment web --replicas=5')
    typist.wait('3m')
    expect(size()).toBe(1)
    expect(running()).toBe(5)
    expect(messages('ScaleDown').join()).toContain('pods to reschedule: web-')
    expect(messages('ScaleDown')).toContain('deleting pod for node scale down')
    expect(messages('EvictionByEvictionAPI')).toEqual([])
  })

  it('marks nodes that may go soon with a taint, and takes it off again when they are needed', () => {
    begin('--max 5', '--scale-down-unneeded 5m')
    deploy('web', 8, '1')
    typist.wait('1m')
    typist.type('kubectl scale deployment web --replicas=2')
    typist.wait('1m')
    expect(taintsOf('gold-1')).toBe('DeletionCandidateOfClusterAutoscaler')
    typist.type('kubectl scale deployment web --replicas=8')
    typist.wait('30s')
    expect(taintsOf('gold-1')).toBe('')
    expect(size()).toBe(2)
  })

  it.each([
    [
      "annotations: {cluster-autoscaler.kubernetes.io/safe-to-evict: 'false'}",
      'must not be moved: its annotation safe-to-evict is false',
    ],
    [`      volumes: [{name: data, emptyDir: {}}]`, 'must not be moved: it keeps data on the node'],
  ])('leaves a node alone whose pods must stay: %s', (more, why) => {
    grown(more)
    typist.type('kubectl scale deployment web --replicas=5')
    typist.wait('5m')
    expect(size()).toBe(2)
    const explained = ['gold-1', 'gold-2'].map((node) => typist.type(`sim why node/${node}`)).join()
    expect(explained).toMatch(new RegExp(`${why}|could not go a short while ago`))
  })

  it('keeps the smallest size, nodes in use, and nodes with the annotation', () => {
    typist.type('sim pool add gold --min 1 --nodes 3 --max 5')
    typist.wait('20s')
    typist.type('kubectl annotate node gold-2 cluster-autoscaler.kubernetes.io/scale-down-disabled=true')
    typist.type('sim autoscaler on')
    typist.wait('3m')
    expect(typist.type('kubectl get nodes -o name')).toBe('node/gold-2\nnode/node-1\n')
    expect(typist.type('sim why node/gold-2')).toContain('stays: its pool is at its smallest size')
    typist.type('sim pool scale gold 2')
    typist.wait('30s')
    expect(typist.type('sim why node/gold-2')).toContain('stays: its annotation scale-down-disabled says so')
  })
})

describe('the switch', () => {
  it('is off in a new cluster: pools stay as they are', () => {
    typist.type('sim pool add gold --max 5')
    deploy('web', 8, '1')
    typist.wait('2m')
    expect(size()).toBe(0)
    expect(typist.type('sim why pool/gold')).toContain('sized by hand: the autoscaler is off')
    expect(typist.sitting.world.components.autoscaler.face.turns).toBeLessThan(10)
  })

  it('costs one timer in ten seconds while nothing is to do', () => {
    begin()
    typist.wait('1m')
    const { counters } = typist.sitting.world
    const before = { ...counters }
    typist.wait('1h')
    expect(counters.timersFired - before.timersFired).toBe(360)
    expect(counters.changesDelivered - before.changesDelivered).toBe(0)
  })

  it('goes on after its process was stopped and started, and stops when it is switched off', () => {
    begin()
    typist.type('sim control-plane stop cluster-autoscaler')
    deploy('web', 8, '1')
    typist.wait('1m')
    expect(size()).toBe(0)
    typist.type('sim control-plane start cluster-autoscaler')
    typist.wait('20s')
    expect(size()).toBe(2)
    typist.type('sim autoscaler off')
    typist.type('kubectl scale deployment web --replicas=0')
    typist.wait('10m')
    expect(size()).toBe(2)
  })

  it('leads to the same world whenever it is returned to', () => {
    begin()
    deploy('web', 8, '1')
    typist.wait('12s')
    typist.type('sim checkpoint middle')
    typist.wait('3m')
    const { hash } = typist.sitting
    typist.type('sim back middle')
    typist.wait('3m')
    expect(typist.sitting.hash).toBe(hash)
  })

  it.each([
    ['', 'say what to do: off, on'],
    ['on --expander cheapest', '--expander must be one of least-waste'],
    ['on --priorities gold', '--priorities must look like gold=10,silver=5, not "gold"'],
    ['on --priorities gold=1', 'there is no pool "gold"'],
    ['on --utilization-threshold 2', '--utilization-threshold must be a number from 0 to 1, not "2"'],
    ['on now', 'what is "now"?'],
  ])('refuses `sim autoscaler %s`', (line, message) => {
    expect(typist.try(`sim autoscaler ${line}`.trim()).stderr).toContain(`error: sim autoscaler: ${message}`)
  })
})
