export { GapLedger } from './GapLedger.tsx'
export { slotOf } from './slotOf.ts'
