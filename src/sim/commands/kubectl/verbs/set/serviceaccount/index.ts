/** `kubectl set serviceaccount` */
import { CommandError } from '../../../errors.ts'
import { changePodSpecs, setFlags } from '../../../set/podSpecs.ts'
import type { Verb } from '../../../verb.ts'

const serviceaccount: Verb = {
  summary: 'Update the service account of a resource',
  usage: 'set serviceaccount (-f FILENAME | TYPE NAME) SERVICE_ACCOUNT [options]',
  aliases: ['sa'],
  flags: setFlags,
  run(call) {
    const serviceAccountName = call.args.at(-1)
    if (serviceAccountName === undefined) throw new CommandError('serviceaccount is required')
    return changePodSpecs(call, call.args.slice(0, -1), 'serviceaccount updated', (podSpec) => {
      const { serviceAccount: _, ...spec } = podSpec
      return { ...spec, serviceAccountName }
    })
  },
}
export default serviceaccount
