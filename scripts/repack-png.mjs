/**
 * Writes a PNG smaller without changing a pixel. A screen is flat: its rows pack better as they are than as differences
 * from their neighbours, which is how a browser writes them.
 */
import { deflateSync, inflateSync } from 'node:zlib'

const signatureLength = 8
/** A chunk's length, its type and its checksum. */
const frameLength = 12

/** `png`: 8 bits a channel, not interlaced, as browsers take pictures. */
export function repacked(png) {
  const chunks = [...chunksOf(png)]
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const width = header.readUInt32BE(0)
  const pixelLength = { 2: 3, 6: 4 }[header[9]]
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const rows = unfiltered(inflateSync(packed), width * pixelLength, pixelLength)
  return Buffer.concat([
    png.subarray(0, signatureLength),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function* chunksOf(png) {
  for (let at = signatureLength; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += frameLength + length
  }
}

/** The rows as they are, each after a 0: "no filter". (https://www.w3.org/TR/png-3/#9Filters) */
function unfiltered(filtered, rowLength, pixelLength) {
  const rows = Buffer.from(filtered)
  const stride = rowLength + 1
  for (let row = 0; row < rows.length; row += stride) {
    const guess = guesses[rows[row]]
    rows[row] = 0
    for (let column = 1; column < stride; column++) {
      const at = row + column
      const left = column > pixelLength ? rows[at - pixelLength] : 0
      const up = row > 0 ? rows[at - stride] : 0
      const upLeft = row > 0 && column > pixelLength ? rows[at - stride - pixelLength] : 0
      rows[at] += guess(left, up, upLeft)
    }
  }
  return rows
}

const guesses = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, upLeft) => {
    const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((one) => Math.abs(left + up - upLeft - one))
    if (toLeft <= toUp && toLeft <= toUpLeft) return left
    return toUp <= toUpLeft ? up : upLeft
  },
]

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

function crc32(bytes) {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
