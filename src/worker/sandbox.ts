/** What a sandbox begins with: something small that runs, so that there is something to break. */
export const sandboxLines: readonly string[] = [
  'sim cluster --nodes 3',
  'kubectl create deployment web --image=nginx:1.27 --replicas=3',
  'kubectl expose deployment web --port=80',
  'kubectl rollout status deployment/web',
]
