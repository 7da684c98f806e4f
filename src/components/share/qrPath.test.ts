import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { qrPath } from './qrPath.ts'

it.each([
  ['', ''],
  ['..', ''],
  ['#', 'M0 0h1v1h-1z'],
  ['##.#', 'M0 0h2v1h-2zM3 0h1v1h-1z'],
  ['.#\n##', 'M1 0h1v1h-1zM0 1h2v1h-2z'],
])('draws %j as %j', (picture, path) => {
  expect(qrPath(picture.split('\n').map((row) => [...row].map((module) => module === '#')))).toBe(path)
})

it('draws what a reader reads', () => {
  const link = `https://kubeloop.example.org/#k=${'aZ09-_'.repeat(60)}`
  const rows = encodeQR(link, 'raw', { ecc: 'low', border: 4 })
  expect(decodeQR(painted(qrPath(rows), rows.length))).toBe(link)
})

/** The path's stretches, four pixels a module. */
function painted(path: string, size: number) {
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(length) * scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4
        data.set([0, 0, 0], at)
      }
  return { width, height: width, data }
}
