/** Writes all of a text to standard output (1) or standard error (2), at once and in order. */
import { writeSync } from 'node:fs'

export function write(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text, 'utf8')
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      // A pipe that is full for the moment: try again. A reader who left ends the program quietly.
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
    }
  }
}
