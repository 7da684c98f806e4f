export { horizontalPodAutoscaler as default } from './controller.ts'
