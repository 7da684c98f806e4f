export { taintEvictionController as default } from './controller.ts'
