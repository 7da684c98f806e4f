export { Announcer } from './announce/Announcer.tsx'
export { Stage } from './Stage.tsx'
