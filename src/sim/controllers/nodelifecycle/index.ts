export { nodeLifecycleController as default } from './controller.ts'
