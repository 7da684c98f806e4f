/** `kubectl edit`: here there is no editor; whoever hosts the commands opens one and applies what comes out. */
import { CommandError, throwCollected } from '../../errors.ts'
import { fileFlags, printFlags } from '../../flags/groups.ts'
import { findAll, requestOf } from '../../resources/select.ts'
import type { Verb } from '../../verb.ts'

const edit: Verb = {
  summary: 'Edit a resource on the server',
  usage: 'edit (RESOURCE/NAME | -f FILENAME) [options]',
  flags: [...printFlags, ...fileFlags],
  run(call) {
    throwCollected(findAll(call, requestOf(call, { typeMeansAll: true })).errors)
    throw new CommandError(
      'there is no editor here: get the object with -o yaml, change it, and apply or replace it',
    )
  },
}
export default edit
