export { endpointSliceController as default } from './controller.ts'
