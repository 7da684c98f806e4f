/** `kubectl api-versions` */
import { apiVersionOf } from '../../../../api/kind.ts'
import { kinds } from '../../../../api/kinds/index.ts'
import type { Verb } from '../../verb.ts'

const verb: Verb = {
  summary: 'Print the supported API versions on the server, in the form of "group/version"',
  usage: 'api-versions [options]',
  flags: [],
  run({ output }) {
    const versions = [...new Set(kinds.map(apiVersionOf))].sort()
    output.print(versions.map((version) => `${version}\n`).join(''))
    return undefined
  },
}
export default verb
