import { test } from 'vitest'
import { splitLaws } from './testing/laws.ts'

test.each(Object.entries(splitLaws))('%s', (_law, holds) => holds(10_000))
