export { ingressController as default } from './controller.ts'
