export { serviceAccountController as default } from './controller.ts'
