/** `--sort-by` */
import { JsonPathError } from '../../../print/jsonpath/nodes.ts'
import { sortBy } from '../../../print/sortBy.ts'
import { objectPrinter } from '../../printers.ts'
import type { Found } from '../../resources/select.ts'
import type { Call } from '../../verb.ts'

/** A field that no object has leaves a table empty, and is an error for the other formats. */
export function sorted(call: Call, found: readonly Found[]): readonly Found[] {
  const field = call.flags.text('sort-by')
  if (field === '') return found
  const byObject = new Map(found.map((one) => [one.object, one]))
  try {
    return sortBy(
      found.map(({ object }) => object),
      field,
    ).map((object) => byObject.get(object) as Found)
  } catch (error) {
    const isTable = objectPrinter(call, true) === undefined
    if (isTable && error instanceof JsonPathError && error.message.startsWith("couldn't find any field"))
      return []
    throw error
  }
}
