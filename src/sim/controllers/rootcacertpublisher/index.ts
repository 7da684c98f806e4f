export { rootCaCertPublisher as default } from './controller.ts'
