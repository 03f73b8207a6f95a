import { expect, test } from 'vitest'
import { deviceText } from './OpenSessions.tsx'

test.each([
  [null, undefined],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari · iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36 MicroMessenger/8.0',
    '微信 · Android',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
])('%s is %s', (agent, text) => expect(deviceText(agent)).toBe(text))
