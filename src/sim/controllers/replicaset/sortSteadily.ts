/**
 * A sort whose result is the same on every engine even where the comparison runs in circles. The language fixes the
 * outcome of its own sort only for consistent comparisons. Short lists are sorted by insertion, as Go's sort does
 * up to twelve items, so their order is a real cluster's; longer ones by merging.
 */
const shortList = 12

export function sortSteadily<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (items.length <= shortList) return insertionSort(items, compare)
  const middle = items.length >> 1
  const left = sortSteadily(items.slice(0, middle), compare)
  const right = sortSteadily(items.slice(middle), compare)
  return merge(left, right, compare)
}

function insertionSort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  const sorted = [...items]
  for (let end = 1; end < sorted.length; end++) {
    const item = sorted[end] as T
    let at = end
    while (at > 0 && compare(item, sorted[at - 1] as T) < 0) {
      sorted[at] = sorted[at - 1] as T
      at--
    }
    sorted[at] = item
  }
  return sorted
}

function merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): T[] {
  const merged: T[] = []
  let l = 0
  let r = 0
  while (l < left.length && r < right.length) {
    const takeRight = compare(right[r] as T, left[l] as T) < 0
    merged.push((takeRight ? right[r++] : left[l++]) as T)
  }
  while (l < left.length) merged.push(left[l++] as T)
  while (r < right.length) merged.push(right[r++] as T)
  return merged
}
