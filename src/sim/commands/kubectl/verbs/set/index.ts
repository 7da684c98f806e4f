/** `kubectl set` (k8s.io/kubectl/pkg/cmd/set, v1.36). */
import { groupVerb } from '../../group.ts'

export default groupVerb('Set specific features on objects', 'set SUBCOMMAND [options]')
