/** `kubectl top`: its subcommands ask the metrics API. */
import { groupVerb } from '../../group.ts'

export default groupVerb('Display resource (CPU/memory) usage', 'top [flags] [options]')
