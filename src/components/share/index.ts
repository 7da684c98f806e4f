export { Share } from './Share.tsx'
export { SharedBanner } from './SharedBanner.tsx'
export { openShare } from './shareStore.ts'
