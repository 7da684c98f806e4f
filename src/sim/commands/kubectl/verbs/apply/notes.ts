/** What a manifest says and the simulator does not simulate is taken, kept, and named once. */
import { notSimulated } from '../../../../api/decode/notSimulated.ts'
import type { Printed } from '../../lists.ts'
import type { Manifest } from '../../resources/files.ts'
import type { Call } from '../../verb.ts'

export function printNotSimulated(
  call: Call,
  applied: readonly Printed[],
  manifests: readonly Manifest[],
): void {
  for (const { kind, object } of manifests) {
    if (!applied.some((one) => one.kind === kind && one.object.metadata.name === object.metadata.name))
      continue
    for (const field of notSimulated(kind, object)) {
      call.output.printError(`Note: not simulated: ${kind.kind}/${object.metadata.name} ${field}\n`)
    }
  }
}
