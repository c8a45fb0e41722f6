import os from 'node:os';

const compiler = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  // the sources import './x.js', as Node wants it, and mean x.ts
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', compiler] },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  // Jest would leave a core idle, which on two is half; PostgreSQL and the browser need the rest of a larger machine
  maxWorkers: Math.max(2, Math.min(4, os.availableParallelism() - 1)),
  workerIdleMemoryLimit: '1GB', // modules of ended test files stay in memory
  testTimeout: 180_000, // a limit for what hangs: how long a test takes is for the machine to say
};
