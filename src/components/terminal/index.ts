export { CommandLog, scriptOfThisWorld } from './CommandLog.tsx'
export { Terminal } from './Terminal.tsx'
