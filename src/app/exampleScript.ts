/** The script that the first page and the README show: a rollout and the loss of a node. */
export const exampleScript = `sim cluster --nodes 3
kubectl create deployment web --image=nginx:1.27 --replicas=3
kubectl rollout status deployment/web
kubectl set image deployment/web nginx=nginx:1.28
kubectl rollout status deployment/web
sim node fail node-2
sim wait 6m
kubectl get pods -o wide
`
