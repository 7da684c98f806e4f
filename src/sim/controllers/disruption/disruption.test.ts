import { beforeEach, describe, expect, it } from 'vitest'
import { Typist } from '../../../../tests/support/lines.ts'

let typist: Typist

beforeEach(() => {
  typist = new Typist('sim cluster --nodes 2 --profile classroom')
  typist.type('kubectl create deployment web --image=web --replicas=4')
  typist.wait('5s')
})

function status(field: string): string {
  return typist.type(`kubectl get pdb web -o jsonpath={.status.${field}}`)
}

/** Lets everything run on one node, so that a drain of it meets the budget. */
function gatherOn(node: string): void {
  const other = node === 'node-1' ? 'node-2' : 'node-1'
  typist.type(`kubectl cordon ${other}`)
  typist.type('kubectl delete pod --all')
  typist.wait('5s')
  typist.type(`kubectl uncordon ${other}`)
}

describe('a disruption budget', () => {
  it('says how many of its pods may go', () => {
    typist.type('kubectl create pdb web --selector=app=web --min-available=3')
    typist.wait('1s')
    expect(typist.type('kubectl get pdb')).toBe(
      'NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE\nweb    3               N/A               1                     1s\n',
    )
    expect(typist.type('kubectl describe pdb web')).toBe(
      `Name:           web
Namespace:      default
Min available:  3
Selector:       app=web
Status:
    Allowed disruptions:  1
    Current:              4
    Desired:              3
    Total:                4
Events:                   <none>
`,
    )
    expect(status('conditions[0].reason')).toBe('SufficientPods')
  })

  it('follows the scale of the Deployment, not of its ReplicaSets, where it is a share', () => {
    typist.type('kubectl create pdb web --selector=app=web --max-unavailable=25%')
    typist.type('kubectl scale deployment web --replicas=8')
    typist.wait('5s')
    expect([status('expectedPods'), status('desiredHealthy'), status('disruptionsAllowed')]).toEqual([
      '8',
      '6',
      '2',
    ])
  })

  it('says that it has no pods, or pods of nobody', () => {
    typist.type('kubectl create pdb none --selector=app=none --min-available=1')
    typist.type('kubectl run lonely --image=x --labels=app=lonely')
    typist.type('kubectl create pdb lonely --selector=app=lonely --max-unavailable=1')
    typist.wait('5s')
    const events = typist.type('kubectl get events --field-selector involvedObject.kind=PodDisruptionBudget')
    expect(events).toContain('No matching pods found')
    expect(events).toContain('(selector: &LabelSelector{MatchLabels:map[string]string{app: lonely,},')
  })
})

describe('a drain', () => {
  it('takes as many pods at a time as the budget allows, and asks again for the others', () => {
    gatherOn('node-1')
    typist.type('kubectl create pdb web --selector=app=web --min-available=3')
    typist.wait('1s')
    const { exit, stdout, stderr } = typist.try('kubectl drain node-1')
    expect(exit).toBe(0)
    expect(stdout.match(/evicted/g)).toHaveLength(4)
    expect(stderr.match(/\(will retry after 5s\): Cannot evict pod as it would violate/g)).toHaveLength(
      3 + 2 + 1,
    )
    expect(typist.type('kubectl get pods --field-selector spec.nodeName=node-1 -o name')).toBe('')
  })

  it('gives up when its time is over and the budget never allows', () => {
    gatherOn('node-1')
    typist.type('kubectl create pdb web --selector=app=web --min-available=4')
    typist.wait('1s')
    const { exit, stderr } = typist.try('kubectl drain node-1 --timeout=12s')
    expect(exit).toBe(1)
    expect(stderr.match(/will retry after 5s/g)).toHaveLength(4 * 3)
    expect(stderr).toMatch(
      /There are pending pods in node "node-1" when an error occurred: \[error when evicting pods\/"web-\S+" -n "default": global timeout reached: 12s, /,
    )
    expect(typist.type('kubectl get pods --no-headers').match(/Running/g)).toHaveLength(4)
  })

  it('fails for a pod with two budgets', () => {
    gatherOn('node-1')
    for (const name of ['web', 'web2'])
      typist.type(`kubectl create pdb ${name} --selector=app=web --min-available=1`)
    typist.wait('1s')
    expect(typist.try('kubectl drain node-1').stderr).toContain('more than one PodDisruptionBudget')
  })
})

describe('what a budget does not stop', () => {
  it.each([
    ['a deletion', 'kubectl delete pod --all'],
    ['scaling down', 'kubectl scale deployment web --replicas=0'],
    ['a drain that deletes', 'kubectl drain node-1 node-2 --disable-eviction'],
  ])('%s', (_, line) => {
    typist.type('kubectl create pdb web --selector=app=web --min-available=100%')
    typist.wait('1s')
    expect(typist.try(line).exit).toBe(0)
  })

  it('an eviction of a pod that is not ready, while the others suffice', () => {
    typist.type('kubectl create pdb web --selector=app=web --min-available=4')
    typist.type('kubectl scale deployment web --replicas=5')
    typist.wait('5s')
    expect(status('disruptionsAllowed')).toBe('1')
  })
})

it('keeps the autoscaler from emptying a node', () => {
  const two = new Typist('sim cluster --nodes 0 --profile classroom')
  two.type('sim pool add gold --nodes 2')
  two.wait('20s')
  two.type('kubectl create deployment web --image=web --replicas=2')
  two.type('kubectl create pdb web --selector=app=web --min-available=2')
  two.type('sim autoscaler on')
  const machines = () => two.sitting.world.engine.cloud?.pool('gold')?.machines.length
  two.wait('5m')
  expect(machines()).toBe(2)
  two.type('kubectl delete pdb web')
  two.wait('5m')
  expect(machines()).toBe(1)
})
