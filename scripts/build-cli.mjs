/** `npm run build:cli`: bundles the command line when its sources changed, and says where it is. */
import { relative } from 'node:path'
import { bundleCli } from './bundle-cli.mjs'
import { root } from './root.mjs'

try {
  console.log(relative(root, await bundleCli()))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
