export { replicaSetController as default } from './controller.ts'
