/** In tests, whoever writes to what is shared is told. */
import { freezeSettled } from '../../src/sim/core/frozen.ts'

freezeSettled()
