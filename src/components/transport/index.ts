export { Transport } from './Transport.tsx'
export { words as transportWords } from './words.ts'
