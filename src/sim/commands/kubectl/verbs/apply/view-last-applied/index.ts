/** `kubectl apply view-last-applied` */
import { json } from '../../../../print/formats/json.ts'
import { yaml } from '../../../../print/formats/yaml.ts'
import { CommandError, throwCollected, usageError } from '../../../errors.ts'
import { allFlag, fileFlags, selectorFlag } from '../../../flags/groups.ts'
import { lastAppliedAnnotation } from '../../../lastApplied.ts'
import { findAll, requestOf } from '../../../resources/select.ts'
import type { Verb } from '../../../verb.ts'

const verb: Verb = {
  summary: 'View the latest last-applied-configuration annotations of a resource/object',
  usage: 'apply view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME) [options]',
  flags: [
    ...fileFlags,
    allFlag,
    selectorFlag,
    { name: 'output', short: 'o', type: 'string', default: 'yaml' },
  ],
  run(call) {
    const format = call.flags.text('output')
    if (format !== 'yaml' && format !== 'json') {
      throw usageError(
        call.command,
        `Unexpected -o output mode: ${format}, the flag 'output' must be one of yaml|json`,
      )
    }
    const { found, errors } = findAll(call, requestOf(call))
    throwCollected(errors)
    for (const { name, object } of found) {
      const text = object.metadata.annotations?.[lastAppliedAnnotation]
      if (text === undefined)
        throw new CommandError(`no last-applied-configuration annotation found on resource: ${name}`)
      call.output.print((format === 'json' ? json : yaml)(JSON.parse(text)))
    }
    return undefined
  },
}
export default verb
