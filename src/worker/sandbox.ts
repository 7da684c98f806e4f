/** What a sandbox begins with: something that runs, so that there is something to break. */
import type { SandboxTemplate } from './protocol.ts'

export const templateLines: { readonly [T in SandboxTemplate]: readonly string[] } = {
  small: [
    'sim cluster --nodes 3',
    'kubectl create deployment web --image=nginx:1.27 --replicas=3',
    'kubectl expose deployment web --port=80',
    'kubectl rollout status deployment/web',
  ],
  medium: [
    'sim cluster --nodes 60 --cpu 8 --memory 32Gi --zones zone-a,zone-b,zone-c',
    'sim limit controller-manager --qps 200 --burst 200',
    'sim limit scheduler --qps 400 --burst 400',
    ...deployments([
      { name: 'web', replicas: 600, cpu: '250m' },
      { name: 'api', replicas: 300, cpu: '400m' },
      { name: 'batch', replicas: 300, cpu: '150m' },
    ]),
    'sim wait 25s',
  ],
  // Kubernetes' own limits: 5,000 nodes, 150,000 pods. At its usual pace of 20 a second they would take two hours to make.
  planet: [
    'sim cluster --nodes 5000 --cpu 8 --memory 32Gi --zones zone-a,zone-b,zone-c',
    'sim limit controller-manager --qps 2000 --burst 2000',
    'sim limit scheduler --qps 4000 --burst 4000',
    ...deployments(
      Array.from({ length: 15 }, (_, i) => ({
        name: `app-${i + 1}`,
        replicas: 10_000,
        cpu: `${100 + 50 * (i % 5)}m`,
      })),
    ),
    'sim wait 100s',
  ],
}

function deployments(
  all: readonly { readonly name: string; readonly replicas: number; readonly cpu: string }[],
): readonly string[] {
  const objects = all.map(
    ({ name, replicas, cpu }) =>
      `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}}, spec: {replicas: ${replicas}, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: ${name}, image: '${name}:v1', resources: {requests: {cpu: ${cpu}, memory: 128Mi}}}]}}}}`,
  )
  return ['kubectl apply -f - <<EOF', objects.join('\n---\n'), 'EOF']
}
