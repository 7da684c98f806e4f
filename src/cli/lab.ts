/**
 * The headless lab: `npm run -s lab -- [OPTIONS] [FILE|-]`. Standard output holds only what the commands print.
 * Exit codes: 0 all well, 1 a command failed, 2 bad options or a file that can't be read.
 */
import { runLab } from './lab/index.ts'

process.exitCode = await runLab(process.argv.slice(2))
