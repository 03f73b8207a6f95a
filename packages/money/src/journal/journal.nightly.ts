import { test } from 'vitest'
import { journalLaws } from './testing/laws.ts'

test.each(Object.entries(journalLaws))('%s', (_law, holds) => holds(10_000))
