/** How pods look and come in rows, apart from all else: for a thread that draws them and has no use for the rest. */
export {
  type Look,
  looks,
  overBit,
  podColumn,
  podWords,
  requestedColumn,
  requestedWords,
} from '../lab/frame/format.ts'
export { grown } from '../lab/frame/grown.ts'
