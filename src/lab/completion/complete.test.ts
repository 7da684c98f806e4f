import { describe, expect, it } from 'vitest'
import { Sitting } from '../sitting.ts'
import { complete } from './complete.ts'

const sitting = new Sitting({ seed: 1 })
for (const line of [
  'sim cluster --nodes 2 --zones a,b',
  'kubectl create deployment web --image=web:v1 --replicas=2',
  'kubectl run lonely --image=tool:v2',
  'kubectl create namespace shop',
  'sim wait 2s',
  'kubectl run till --image=till -n shop',
  'sim app web --ready 1s',
  'sim wait 10s',
  'sim checkpoint calm',
]) {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
}

describe('completing a line', () => {
  it.each<[string, readonly string[]]>([
    ['', ['kubectl', 'sim']],
    ['kub', ['kubectl']],
    ['kubectl ge', ['get']],
    ['kubectl rollout s', ['status']],
    ['kubectl get dep', ['deploy', 'deployment', 'deployments']],
    ['kubectl get pod lon', ['lonely']],
    ['kubectl get pod/lon', ['pod/lonely']],
    ['kubectl get po/lonely po/lon', ['po/lonely']],
    ['kubectl delete pod lonely lon', []],
    ['kubectl get pods -n shop ', ['till']],
    ['kubectl -n shop get pods ', ['till']],
    ['kubectl get pods --namespace=shop ', ['till']],
    ['kubectl get pods -n s', ['shop']],
    ['kubectl get pods -o js', ['json', 'jsonpath', 'jsonpath-as-json', 'jsonpath-file']],
    ['kubectl get pods --output=wi', ['--output=wide']],
    ['kubectl get pods --no-h', ['--no-headers']],
    ['kubectl scale deployment/web --rep', ['--replicas=']],
    ['kubectl scale deployment web --cur', ['--current-replicas=']],
    ['kubectl get pods -l app=', ['app=web']],
    ['kubectl cordon node', ['node-1', 'node-2']],
    ['kubectl taint nodes node-', ['node-1', 'node-2']],
    ['kubectl logs lon', ['lonely']],
    ['kubectl logs deployment/', ['deployment/web']],
    ['kubectl logs lonely -c ', ['lonely']],
    ['kubectl top node ', ['node-1', 'node-2']],
    ['kubectl set image deployment/web ', ['web=']],
    ['kubectl set image deployment web web=web:', ['web=web:v1']],
    ['kubectl create deployment ', []],
    ['kubectl exec lonely -- ', []],
    ['kubectl unheard of ', []],
    ['kubectl get "pod ', []],
    ['ls ', []],
    ['sim no', ['node']],
    ['sim node f', ['fail']],
    ['sim node fail ', ['--mode', 'node-1', 'node-2']],
    ['sim node fail node-1 node-1 n', ['node-1', 'node-2']],
    ['sim node fail node-1 --mode ', ['kubelet', 'network', 'power']],
    ['sim node add n', []],
    ['sim zone fail ', ['--mode', 'a', 'b']],
    ['sim pod crash lon', ['lonely']],
    ['sim pod crash -l app', ['app=web']],
    ['sim pod crash -n shop ', ['--exit-code', '-c', '-l', '-n', 'till']],
    ['sim image break web', ['web', 'web:v1']],
    ['sim control-plane stop replica', ['replicaset-controller']],
    ['sim control-plane stop sched', ['scheduler']],
    ['sim limit sch', ['scheduler']],
    ['sim why pod/lon', ['pod/lonely']],
    ['sim back ', ['calm']],
  ])('%j may become %j', (text, candidates) => {
    expect(complete(sitting, text)).toEqual(candidates)
  })

  it('knows the pods of a Deployment by the beginning of their names', () => {
    const found = complete(sitting, 'kubectl get pod web-')
    expect(found).toHaveLength(2)
    expect(found.every((name) => /^web-[a-z0-9]+-[a-z0-9]{5}$/.test(name))).toBe(true)
  })

  it('goes on when the API server is stopped', () => {
    sitting.execute('sim control-plane stop api-server')
    expect(complete(sitting, 'kubectl get pod lon')).toEqual(['lonely'])
    sitting.execute('sim control-plane start api-server')
  })
})
