/**
 * The workload of the bench: Deployments in the mix of Kubernetes' own load test, a third of the pods each in big,
 * middle and small ones.
 */
import type { Deployment } from '../../../sim/api/types/index.ts'

const groups = [
  { name: 'big', size: 1136, cpu: '100m', memory: '128Mi' },
  { name: 'middle', size: 120, cpu: '50m', memory: '64Mi' },
  { name: 'small', size: 10, cpu: '20m', memory: '32Mi' },
] as const

/** Deployments with `pods` replicas in all. */
export function workload(pods: number): Deployment[] {
  const deployments: Deployment[] = []
  groups.forEach((group, i) => {
    let rest = Math.floor(((i + 1) * pods) / groups.length) - Math.floor((i * pods) / groups.length)
    for (let n = 0; rest > 0; n++) {
      const replicas = Math.min(rest, group.size)
      deployments.push(deployment(`${group.name}-${n}`, replicas, group.cpu, group.memory))
      rest -= replicas
    }
  })
  return deployments
}

function deployment(name: string, replicas: number, cpu: string, memory: string): Deployment {
  const labels = { app: name }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', uid: '', resourceVersion: '', creationTimestamp: '' },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'app', image: 'app:v1', resources: { requests: { cpu, memory } } }] },
      },
    },
  } as unknown as Deployment
}
