/** `kubectl top pod` */
import { topVerb } from '../../../top.ts'

export default topVerb('pod')
