export { format, slotsOf } from './format.ts'
export { compactNumber } from './number.ts'
export { type Language, languages, type Slots, type Text } from './text.ts'
export { clockText, durationText, momentText } from './time.ts'
