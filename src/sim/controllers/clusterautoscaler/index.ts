export { clusterAutoscaler as default } from './controller.ts'
