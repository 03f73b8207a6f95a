import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from './lock.ts'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'yizhuan-lock-')), 'yizhuan.lock')
const held = (pid: number, started: string) =>
  JSON.stringify({ pid, started, host: hostname(), address: 'http://127.0.0.1:1' })

test('is held until released and leaves no other file', () => {
  const file = fresh()
  const release = takeLock(file, 'http://127.0.0.1:8080')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
  release()
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(dirname(file))).toEqual([])
})

test.runIf(existsSync('/proc'))('names the address of the process that holds it', () => {
  const file = fresh()
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  writeFileSync(file, held(process.ppid, started))
  expect(() => takeLock(file, 'x')).toThrow(
    `Yizhuan is already running at http://127.0.0.1:1 (process ${process.ppid}).`,
  )
})

test.runIf(existsSync('/proc'))(
  'is taken over from a process that is gone, or whose number was used again',
  () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    for (const left of [held(gone, '1'), held(process.ppid, '1'), 'not finished']) {
      const file = fresh()
      writeFileSync(file, left)
      takeLock(file, 'http://127.0.0.1:8080')()
      expect(existsSync(file)).toBe(false)
    }
  },
)
