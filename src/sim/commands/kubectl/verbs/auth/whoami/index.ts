/** `kubectl auth whoami` */
import { TabWriter } from '../../../../print/tabWriter.ts'
import type { Verb } from '../../../verb.ts'

const verb: Verb = {
  summary: 'Experimental: Check self subject attributes',
  usage: 'auth whoami [options]',
  flags: [],
  run({ flags, output }) {
    const writer = new TabWriter({ minWidth: 6, padding: 3 })
    const user = flags.text('as') || 'admin'
    const groups = user === 'admin' ? '[system:masters system:authenticated]' : '[system:authenticated]'
    writer.write(
      `ATTRIBUTE\tVALUE\nUsername\t${user}\n${user === 'admin' ? `UID\t${user}\n` : ''}Groups\t${groups}\n`,
    )
    output.print(writer.take())
    return undefined
  },
}
export default verb
