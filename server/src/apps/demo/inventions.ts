import type { Context } from '../../platform/module.ts'
import type { Entered } from './cases.ts'
import type { Hospital } from './province.ts'

/** Enters the inventions of a hospital into its register of achievements. */
export async function loadInventions(_context: Context, hospital: Hospital): Promise<Entered[]> {
  return [...hospital.inventions]
}
