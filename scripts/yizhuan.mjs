#!/usr/bin/env node
// The command line, from any folder: compiles the server when its sources are newer, then runs it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, root } from './steps.mjs'

checkNode()
const entry = join(root, 'server/dist/apps/cli/main.js')

function newest(path) {
  const info = statSync(path)
  if (!info.isDirectory()) return info.mtimeMs
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'dist-types'].includes(name))
    .reduce((latest, { name }) => Math.max(latest, newest(join(path, name))), 0)
}

const built = join(root, 'server/dist/.tsbuildinfo')
const isStale =
  !existsSync(entry) ||
  !existsSync(built) ||
  Math.max(newest(join(root, 'packages')), newest(join(root, 'server/src'))) >
    statSync(built).mtimeMs

if (isStale) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  if (!existsSync(compiler)) {
    console.error(
      'yizhuan: dependencies are not installed; run npm install in the project folder first',
    )
    process.exit(1)
  }
  const result = spawnSync(process.execPath, [compiler, '-b', 'server'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (result.status !== 0 && !existsSync(entry)) {
    console.error(`yizhuan: the build failed\n${result.stdout}`)
    process.exit(1)
  }
}

// Whoever reads only the first lines (head) has what they wanted.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const { main } = await import(pathToFileURL(entry).href)
process.exitCode = await main(process.argv.slice(2))
