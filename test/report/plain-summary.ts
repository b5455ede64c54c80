import type { Reporter, TestModule } from 'vitest/node';

/** Prints why each skipped test was skipped, then `N passed, N failed, N skipped` alone on the last line. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    const skipped: string[] = [];
    for (const module of modules) {
      const before = passed + failed + skipped.length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
      if (passed + failed + skipped.length === before && module.state() === 'failed') failed += 1;
    }
    const lines = skipped.map((name) => `skipped: ${name}`);
    // After vitest's own summary, which its default reporter prints in the same hook.
    process.once('exit', () => {
      process.stdout.write([...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`, ''].join('\n'));
    });
  }
}
