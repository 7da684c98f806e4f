/** `kubectl version` */

import { json } from '../../../print/formats/json.ts'
import { yaml } from '../../../print/formats/yaml.ts'
import { CommandError } from '../../errors.ts'
import type { Verb } from '../../verb.ts'
import { clientGitVersion, kustomizeVersion, serverVersion } from '../../versions.ts'

const version: Verb = {
  summary: 'Print the client and server version information',
  usage: 'version [flags] [options]',
  flags: [
    { name: 'client', type: 'bool' },
    { name: 'output', short: 'o', type: 'string' },
  ],
  run({ flags, output }) {
    const clientOnly = flags.on('client')
    const clientVersion = { major: '1', minor: '36', gitVersion: clientGitVersion }
    const all = { clientVersion, kustomizeVersion, ...(clientOnly ? {} : { serverVersion }) }
    const format = flags.text('output')
    if (format === 'json') output.print(json(all).replace(/ {4}/g, '  '))
    else if (format === 'yaml') output.print(yaml(all))
    else if (format !== '') throw new CommandError(`--output must be 'yaml' or 'json'`)
    else {
      output.print(`Client Version: ${clientGitVersion}\nKustomize Version: ${kustomizeVersion}\n`)
      if (!clientOnly) output.print(`Server Version: ${serverVersion.gitVersion}\n`)
    }
    return undefined
  },
}
export default version
