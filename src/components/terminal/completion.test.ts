import { describe, expect, it } from 'vitest'
import { completed } from './completion.ts'
import { withKubectl } from './kubectlPrefix.ts'

describe('Tab', () => {
  it.each([
    ['kubectl ge', ['get'], 'kubectl get '],
    [
      'kubectl get pods -n kube',
      ['kube-node-lease', 'kube-public', 'kube-system'],
      'kubectl get pods -n kube-',
    ],
    ['kubectl get po', ['po', 'pod', 'pods'], 'kubectl get po'],
    ['kubectl scale dep', ['deployment/'], 'kubectl scale deployment/'],
    ['kubectl run x --image', ['--image='], 'kubectl run x --image='],
    ['kubectl get ', ['nodes', 'pods'], 'kubectl get '],
    ['kubectl zzz', [], 'kubectl zzz'],
  ])('makes of "%s" with %j: "%s"', (line, candidates, after) =>
    expect(completed(line, candidates)).toBe(after),
  )
})

describe('a verb alone', () => {
  it.each([
    ['get pods', 'kubectl get pods'],
    ['k get pods', 'kubectl get pods'],
    ['kubectl get pods', 'kubectl get pods'],
    ['sim wait 5s', 'sim wait 5s'],
    ['getpods', 'getpods'],
    ['kustomize', 'kustomize'],
  ])('%s is %s', (typed, line) => expect(withKubectl(typed)).toBe(line))
})
