export { cloudNodeLifecycleController as default } from './controller.ts'
