import { test } from 'vitest'
import { captableLaws } from './testing/laws.ts'

test.each(Object.entries(captableLaws))('%s', (_law, holds) => holds(10_000))
