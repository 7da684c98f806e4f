/** `kubectl top node` */
import { topVerb } from '../../../top.ts'

export default topVerb('node')
