import { type Day, dayInChina, InputError, type Words } from '@yizhuan/kit'
import { type Assessment, assess, type Because, type Law, parseFacts } from '@yizhuan/law'
import {
  actionOf,
  actWords,
  type Command,
  decide,
  type Entry,
  type FileRef,
  factsOf,
  isActType,
  link,
  nextActs,
  parseActData,
  type Role,
  replay,
  roles,
  type State,
  stages,
  verifyChain,
  whoMay,
} from '@yizhuan/procedures'
import type { ChainHead } from '../../platform/evidence.ts'
import type { FieldError } from '../../platform/problem.ts'
import type { StoredEntry } from './case.queries.ts'
import type { CaseLineWire, NextActWire, StageWire } from './case.wire.ts'

export type { Entry, FileRef }
