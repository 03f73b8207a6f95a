import type { Module } from '../platform/module.ts'

/** All modules, in the order work flows; imports between them point to earlier ones. */
export const modules: readonly Module[] = []
