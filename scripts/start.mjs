/** `npm start`: installs what is missing, then serves the app and says where. Arguments go to Vite. */
import { installWhenMissing } from './installed.mjs'
import { root } from './root.mjs'
import { spawnTool } from './tool.mjs'

installWhenMissing()
const vite = spawnTool('vite', process.argv.slice(2), { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vite.kill(signal))
vite.on('exit', (code) => process.exit(code ?? 0))
