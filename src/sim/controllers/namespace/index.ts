export { namespaceController as default } from './controller.ts'
