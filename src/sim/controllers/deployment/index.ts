export { deploymentController as default } from './controller.ts'
