export { Cloud } from './cloud.ts'
