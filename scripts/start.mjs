/** `npm start`: installs what is missing, then serves the app and says where. Arguments go to Vite. */
import { installWhenMissing } from './installed.mjs'
import { exitCode, spawnNode, toolPath } from './tool.mjs'

installWhenMissing()
const vite = spawnNode(toolPath('vite'), process.argv.slice(2), { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vite.kill(signal))
process.exit(await exitCode(vite))
