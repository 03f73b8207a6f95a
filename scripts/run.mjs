// `npm start`, `npm run demo`: installs and builds what is needed, then runs it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, checkNode, fail, install, root } from './steps.mjs'

const programs = {
  start: { file: 'server/dist/apps/api/main.js', args: [] },
  demo: { file: 'server/dist/apps/api/main.js', args: ['--demo'] },
}

checkNode()
const [name = 'start', ...rest] = process.argv.slice(2)
const program = programs[name]
if (!program) fail(`There is no "${name}" to run; known are ${Object.keys(programs).join(', ')}.`)
install()
build()

const child = spawn(process.execPath, [join(root, program.file), ...program.args, ...rest], {
  cwd: root,
  stdio: 'inherit',
})
child.once('error', (error) => fail(`Could not start ${program.file}: ${error.message}.`))
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
// A terminal sends Ctrl-C to both of us: the child stops in order, and we wait for it. Signals that
// reach only this process are passed on.
process.on('SIGINT', () => child.kill('SIGINT'))
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGHUP', () => child.kill('SIGTERM'))

// npm passes a signal to the shell between us, and some shells end without passing it on. Then we
// have lost our parent, and nobody will stop us any more.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    child.kill('SIGTERM')
  }, 500)
  look.unref()
}
