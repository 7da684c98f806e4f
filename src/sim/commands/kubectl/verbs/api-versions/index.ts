/** `kubectl api-versions` */
import { apiVersionOf } from '../../../../api/kind.ts'
import { kinds } from '../../../../api/kinds/index.ts'
import type { Verb } from '../../verb.ts'

const verb: Verb = {
  summary: 'Print the supported API versions on the server, in the form of "group/version"',
  usage: 'api-versions [options]',
  flags: [],
  run({ output }) {
    const served = kinds.flatMap(({ group, version, otherVersions = [] }) =>
      [version, ...otherVersions.map((one) => one.version)].map((one) =>
        apiVersionOf({ group, version: one }),
      ),
    )
    const versions = [...new Set(served)].sort()
    output.print(versions.map((version) => `${version}\n`).join(''))
    return undefined
  },
}
export default verb
