export { disruptionController as default } from './controller.ts'
