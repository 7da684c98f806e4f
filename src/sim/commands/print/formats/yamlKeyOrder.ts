/** The order of keys in a YAML mapping: letters after other characters, runs of digits by their value (go-yaml v2). */

export function naturalKeyOrder(left: string, right: string): number {
  return left === right ? 0 : comesFirst(left, right) ? -1 : 1
}

function comesFirst(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length)
  let i = 0
  while (i < length && left[i] === right[i]) i += 1
  if (i === length) return left.length < right.length
  const leftIsLetter = isLetter(left[i] as string)
  const rightIsLetter = isLetter(right[i] as string)
  if (leftIsLetter && rightIsLetter) return (left[i] as string) < (right[i] as string)
  if (leftIsLetter || rightIsLetter)
    return i > 0 && isDigit(left[i - 1] as string) ? leftIsLetter : rightIsLetter
  return numberFirst(left, right, i)
}

/** Leading zeros count only after another digit: "a01" comes before "a1", but "a101" after "a11". */
function numberFirst(left: string, right: string, at: number): boolean {
  const lead = (left[at] === '0' || right[at] === '0') && followsNonZeroDigit(left, at) ? '1' : ''
  const leftDigits = digitsFrom(left, at)
  const rightDigits = digitsFrom(right, at)
  const leftNumber = Number(lead + leftDigits)
  const rightNumber = Number(lead + rightDigits)
  if (leftNumber !== rightNumber) return leftNumber < rightNumber
  if (leftDigits.length !== rightDigits.length) return leftDigits.length < rightDigits.length
  return (left[at] as string) < (right[at] as string)
}

function followsNonZeroDigit(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && isDigit(text[i] as string); i--) if (text[i] !== '0') return true
  return false
}

function digitsFrom(text: string, at: number): string {
  let end = at
  while (end < text.length && isDigit(text[end] as string)) end += 1
  return text.slice(at, end)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character)
}
