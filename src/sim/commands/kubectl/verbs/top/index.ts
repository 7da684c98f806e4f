/** `kubectl top`: there is no metrics server in this cluster. */
import { groupVerb } from '../../group.ts'

export default groupVerb('Display resource (CPU/memory) usage', 'top [flags] [options]')
