/** Whether two cards say the same: plain objects of texts, numbers and short lists of them. */
export function isSameCard(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => isSameCard(one[key as keyof typeof one], other[key as keyof typeof other]))
}
