// `npm run bench [name…] [--full] [--data FOLDER]`: compiles the server and the benchmarks, then
// measures what was built, since that is what runs in a hospital.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, fail, install, root, tool } from './steps.mjs'

checkNode()
install()
if (tool('typescript/bin/tsc', ['-b', 'bench']) !== 0)
  fail('The TypeScript build failed; the messages above say where.')
const args = [join(root, 'bench/dist/main.js'), ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
