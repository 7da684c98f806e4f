export { podGarbageCollector as default } from './controller.ts'
