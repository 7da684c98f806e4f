export { garbageCollector as default } from './controller.ts'
