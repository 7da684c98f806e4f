/** "pod-2" before "pod-10": the order of `--sort-by` on text (github.com/fvbommel/sortorder). */
export function naturalLess(left: string, right: string): boolean {
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const a = left[i] as string
    const b = right[j] as string
    if (isDigit(a) !== isDigit(b)) return isDigit(a)
    if (!isDigit(a)) {
      if (a !== b) return a < b
      i += 1
      j += 1
      continue
    }
    const leftZeros = zeros(left, i)
    const rightZeros = zeros(right, j)
    const leftNumber = digits(left, i + leftZeros)
    const rightNumber = digits(right, j + rightZeros)
    if (leftNumber.length !== rightNumber.length) return leftNumber.length < rightNumber.length
    if (leftNumber !== rightNumber) return leftNumber < rightNumber
    if (leftZeros !== rightZeros) return leftZeros < rightZeros
    i += leftZeros + leftNumber.length
    j += rightZeros + rightNumber.length
  }
  return left.length < right.length
}

function zeros(text: string, from: number): number {
  let end = from
  while (text[end] === '0') end += 1
  return end - from
}

function digits(text: string, from: number): string {
  let end = from
  while (end < text.length && isDigit(text[end] as string)) end += 1
  return text.slice(from, end)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
