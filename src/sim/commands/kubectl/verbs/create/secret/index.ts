/** `kubectl create secret` */
import { groupVerb } from '../../../group.ts'

export default groupVerb('Create a secret using a specified subcommand', 'create secret (generic) [options]')
