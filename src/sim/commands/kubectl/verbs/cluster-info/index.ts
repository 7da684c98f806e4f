/** `kubectl cluster-info` */
import type { Verb } from '../../verb.ts'

const verb: Verb = {
  summary: 'Display cluster information',
  usage: 'cluster-info [flags] [options]',
  flags: [],
  run({ output }) {
    output.print(
      'Kubernetes control plane is running at https://10.0.0.1:6443\n\n' +
        "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n",
    )
    return undefined
  },
}
export default verb
