/** kubectl lines on a small cluster: what they change, how long they wait, and what they refuse. */
import { expect, test } from 'vitest'
import { Sitting } from '../src/lab/sitting.ts'
import { worldHash } from '../src/sim/world/hash.ts'

const oneReplica = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web, tier: front}}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: 'nginx:1', env: [{name: A, value: '1'}, {name: B, value: '2'}]}]
`

function sittingWith(files: Readonly<Record<string, string>> = {}): Sitting {
  const sitting = new Sitting({ readFile: (path) => files[path] })
  sitting.execute('sim cluster --nodes 2 --seed 7')
  return sitting
}

function run(sitting: Sitting, line: string, stdin?: string) {
  const execution = sitting.execute(line, stdin)
  while (execution.exit === undefined) sitting.advance()
  return { stdout: execution.stdout, stderr: execution.stderr, exit: execution.exit }
}

test('delete waits until the pod is gone, and not at all when told so', () => {
  const sitting = sittingWith()
  run(sitting, 'kubectl run p --image=nginx')
  run(sitting, 'kubectl wait --for=condition=Ready pod/p')
  const before = sitting.world.tick
  expect(run(sitting, 'kubectl delete pod p').stdout).toBe('pod "p" deleted from default namespace\n')
  expect(sitting.world.tick).toBeGreaterThan(before)
  expect(run(sitting, 'kubectl get pod p').stderr).toBe('Error from server (NotFound): pods "p" not found\n')
  run(sitting, 'kubectl run p --image=nginx')
  run(sitting, 'kubectl wait --for=condition=Ready pod/p')
  const then = sitting.world.tick
  run(sitting, 'kubectl delete pod p --wait=false')
  expect(sitting.world.tick).toBe(then)
})

test('a wait gives up at its time-out, to the tick', () => {
  const sitting = sittingWith()
  run(sitting, 'kubectl create deployment web --image=nginx --replicas=0')
  const before = sitting.world.tick
  const { stderr, exit } = run(
    sitting,
    "kubectl wait deploy/web --for=jsonpath='{.status.readyReplicas}'=3 --timeout=7s",
  )
  expect(stderr).toBe('error: timed out waiting for the condition on deployments/web\n')
  expect(exit).toBe(1)
  expect(sitting.world.tick - before).toBe(70)
})

test('what waits for ever ends after half an hour', () => {
  const sitting = sittingWith()
  run(sitting, 'kubectl create deployment web --image=nginx')
  run(sitting, 'kubectl rollout status deploy/web')
  run(sitting, 'kubectl rollout pause deploy/web')
  run(sitting, 'kubectl set image deploy/web nginx=nginx:2')
  const before = sitting.world.tick
  expect(run(sitting, 'kubectl rollout status deploy/web').stderr).toBe(
    'error: timed out waiting for the condition\n',
  )
  expect(sitting.world.tick - before).toBe(18_000)
})

test('apply leaves alone what others set, and takes away what the last manifest had', () => {
  const sitting = sittingWith()
  expect(run(sitting, 'kubectl apply -f -', oneReplica).stdout).toBe('deployment.apps/web created\n')
  run(sitting, 'kubectl annotate deploy/web owner=me')
  const next = oneReplica
    .replace(', tier: front', '')
    .replace(", {name: B, value: '2'}", '')
    .replace('  replicas: 1\n', '')
  expect(run(sitting, 'kubectl apply -f -', next).stdout).toBe('deployment.apps/web configured\n')
  const { stdout } = run(
    sitting,
    "kubectl get deploy web -o jsonpath='{.metadata.labels} {.metadata.annotations.owner} {.spec.template.spec.containers[0].env[*].name}'",
  )
  expect(stdout).toBe('{"app":"web"} me A')
  expect(run(sitting, 'kubectl apply -f -', next).stdout).toBe('deployment.apps/web unchanged\n')
})

test('objects are taken one by one: a refused one changes nothing and the others go on', () => {
  const sitting = sittingWith({
    'three.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: B!}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
  })
  const { stdout, stderr, exit } = run(sitting, 'kubectl apply -f three.yaml')
  expect(stdout).toBe('configmap/a created\nconfigmap/c created\n')
  expect(stderr).toMatch(
    /^The ConfigMap "B!" is invalid: metadata.name: Invalid value: "B!": a lowercase RFC 1123/,
  )
  expect(exit).toBe(1)
})

test('a patch may not move an object to another name, version or kind of value', () => {
  const sitting = sittingWith()
  run(sitting, 'kubectl create deployment web --image=nginx')
  const refused = (patch: string) => run(sitting, `kubectl patch deploy web -p '${patch}'`).stderr
  expect(refused('{"metadata":{"name":"other"}}')).toContain(
    '(other) does not match the name on the URL (web)',
  )
  expect(refused('{"metadata":{"resourceVersion":"1"}}')).toContain('the object has been modified')
  expect(refused('{"spec":{"replicas":"many"}}')).toContain('cannot unmarshal string')
  expect(refused('{"spec":{"nope":1}}')).toBe('Warning: unknown field "spec.nope"\n')
})

test('drain evicts the pods of a node and says when each is gone', () => {
  const sitting = sittingWith()
  run(sitting, 'kubectl create deployment web --image=nginx --replicas=2')
  run(sitting, 'kubectl rollout status deploy/web')
  const { stdout, exit } = run(sitting, 'kubectl drain node-1')
  expect(stdout.replace(/web-[-a-z0-9]+/g, 'POD')).toBe(
    'node/node-1 cordoned\nevicting pod default/POD\npod/POD evicted\nnode/node-1 drained\n',
  )
  expect(exit).toBe(0)
})

const hostile: readonly (readonly [string, string])[] = [
  [
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`,
  ],
  [
    'a deep nest',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ],
  ['a manifest of four megabytes', `# ${'x'.repeat(4_000_000)}`],
  ['two billion replicas', oneReplica.replace('replicas: 1', 'replicas: 2000000000')],
  ['a trap for JavaScript', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, __proto__: {a: b}}'],
  ['metadata that is nothing', 'apiVersion: v1\nkind: Pod\nmetadata: null\nspec: null'],
  ['a list of nothing', 'apiVersion: v1\nkind: List\nitems: [null, 1]'],
  ['control characters', '\u0000\u0001\u0002'],
]

test.each(hostile)('%s is refused at once and changes nothing', (_, manifest) => {
  const sitting = sittingWith()
  const before = worldHash(sitting.world)
  const began = performance.now()
  const { exit, stderr } = run(sitting, 'kubectl apply -f -', manifest)
  expect(exit).toBe(1)
  expect(stderr).toMatch(/^(error: |The |Error from server)/)
  expect(worldHash(sitting.world)).toBe(before)
  expect(performance.now() - began).toBeLessThan(2000)
})

const mistakes: readonly (readonly [string, string])[] = [
  ['kubectl get pods --nope', "error: unknown flag: --nope\nSee 'kubectl get --help' for usage.\n"],
  ['kubectl get pods -Az', "error: unknown shorthand flag: 'z' in -z\nSee 'kubectl get --help' for usage.\n"],
  ['kubectl get -n', "error: flag needs an argument: 'n' in -n\nSee 'kubectl get --help' for usage.\n"],
  [
    'kubectl scale deploy/x --replicas=few',
    `error: invalid argument "few" for "--replicas" flag: strconv.ParseInt: parsing "few": invalid syntax\nSee 'kubectl scale --help' for usage.\n`,
  ],
  ['kubectl get jobs', 'error: the simulator does not model "jobs" yet\n'],
  ['kubectl get foos', 'error: the server doesn\'t have a resource type "foos"\n'],
  ['kubectl proxy', 'error: the simulator does not have "kubectl proxy"\n'],
  ['kubectl delete pods', 'error: resource(s) were provided, but no name was specified\n'],
  ['kubectl get deploy,rs web', 'error: you must specify only one resource\n'],
]

test.each(mistakes)("%s is refused in kubectl's words", (line, stderr) => {
  expect(run(sittingWith(), line)).toEqual({ stdout: '', stderr, exit: 1 })
})
