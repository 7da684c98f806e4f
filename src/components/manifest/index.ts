export { DropTarget } from './DropTarget.tsx'
export { openManifest } from './manifestStore.ts'
