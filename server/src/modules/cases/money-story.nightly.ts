// Stories of money, each property with many more of them.

process.env['YIZHUAN_RUNS'] ??= '20'

await import('./money-story.prop.test.ts')
