import { abandonment } from './abandonment.ts'
import { assetLedger } from './assetLedger.ts'
import { correction } from './correction.ts'
import { empowerment } from './empowerment.ts'
import { equity } from './equity.ts'
import { exemption } from './exemption.ts'
import { machines } from './machines.ts'
import { modes } from './modes.ts'
import { platformCompany } from './platformCompany.ts'
import { transfer } from './transfer.ts'

/** The codes that acts carry, in words. A procedure adds a file of its own here and in Chinese. */
export const choices = {
  choice: {
    ...assetLedger,
    ...platformCompany,
    ...exemption,
    ...abandonment,
    ...correction,
    ...empowerment,
    ...equity,
    ...machines,
    ...modes,
    ...transfer,
  },
} as const
