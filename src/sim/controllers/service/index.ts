export { serviceController as default } from './controller.ts'
