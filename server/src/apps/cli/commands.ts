import { archiveExport, archiveImport, archiveVerify } from './archive.ts'
import { caseActs } from './case-acts.ts'
import { caseReplay } from './case-replay.ts'
import type { Command } from './command.ts'
import { importLedger } from './import-ledger.ts'
import { lawAssess } from './law-assess.ts'
import { lawBuild } from './law-build.ts'
import { lawCompare } from './law-compare.ts'
import { lawCoverage } from './law-coverage.ts'
import { lawExplain } from './law-explain.ts'
import { lawFacts } from './law-facts.ts'
import { lawImport } from './law-import.ts'
import { lawLint } from './law-lint.ts'
import { lawNewPack } from './law-new-pack.ts'
import { lawTest } from './law-test.ts'

/** Every command of `yizhuan`. */
export const commands: readonly Command[] = [
  lawFacts,
  lawAssess,
  lawExplain,
  lawCompare,
  lawLint,
  lawTest,
  lawNewPack,
  lawCoverage,
  lawBuild,
  lawImport,
  caseActs,
  caseReplay,
  importLedger,
  archiveExport,
  archiveVerify,
  archiveImport,
]
