export { CommandLog } from './CommandLog.tsx'
export { Terminal } from './Terminal.tsx'
