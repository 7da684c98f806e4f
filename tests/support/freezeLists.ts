/** In tests, whoever writes to a list that is shared is told. */
import { freezeLists } from '../../src/sim/core/frozen.ts'

freezeLists()
