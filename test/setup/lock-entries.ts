/**
 * Packages with native parts list one optional package a platform. npm locks only those that the registry at hand
 * offers at that moment, and on a machine where one is lacking `npm ci` then refuses the whole lock file.
 * Their versions are pinned exactly by the packages that list them, so the missing entries can be written down:
 * npm passes over those of other platforms.
 */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Whether `name` is found from the package at `path`, as Node finds it: in the nearest node_modules upwards. */
const isLocked = (packages: Lock['packages'], path: string, name: string): boolean => {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at}${at ? '/' : ''}node_modules/${name}`]) return true;
    if (at === '' || !at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
};

const entryOf = (name: string, version: string, dev: boolean) => {
  const words = name.split(/[/.-]/).map((word) => (word === 'windows' ? 'win32' : word));
  const pick = (known: readonly string[]): readonly string[] => words.filter((word) => known.includes(word));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  return {
    version,
    cpu: pick(PROCESSORS),
    ...(dev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    os: pick(SYSTEMS),
  };
};

export const completeLock = (lock: Lock): { readonly completed: Lock; readonly added: readonly string[] } => {
  const packages: Record<string, LockEntry> = { ...lock.packages };
  const added: string[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue;
      if (!EXACT.test(version))
        throw new Error(`${name} is wanted as ${version}, which names no one version`);
      packages[`node_modules/${name}`] = entryOf(name, version, entry.dev === true);
      added.push(name);
    }
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { completed: { ...lock, packages: sorted }, added };
};
