/** `kubectl auth` */
import { groupVerb } from '../../group.ts'

export default groupVerb('Inspect authorization', 'auth [flags] [options]')
